import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One call of `posix_spawn`, with what has to be freed after it.
///
/// Not Foundation's `Process`: a child of one of Swift's pool threads would inherit their signal mask, which blocks
/// SIGTERM.
struct SpawnAttempt {
    /// Held while a process starts, and while there is a descriptor that it must not inherit but would.
    static let inheritance = Mutex(())

    private let command: ChildProcess.Command
    private let descriptors: [Int32]

    init(_ command: ChildProcess.Command, descriptors: [Int32]) {
        self.command = command
        self.descriptors = descriptors
    }

    #if canImport(Darwin)
    private func closeOthers(_ actions: inout posix_spawn_file_actions_t?) {}  // a flag does it
    #else
    /// A connection of a server in this process would stay open for as long as a child has it too.
    ///
    /// glibc has had the call since 2.34, but Swift's module of it does not show it.
    private func closeOthers(_ actions: inout posix_spawn_file_actions_t) throws {
        typealias Call = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else {
            throw ProcessFailure("this C library cannot close a child's descriptors (glibc 2.34 can)")
        }
        _ = unsafeBitCast(symbol, to: Call.self)(&actions, Int32(descriptors.count))
    }
    #endif

    private var flags: Int32 {
        var flags = Int32(POSIX_SPAWN_SETSIGMASK)
        if command.isGroup { flags |= Int32(POSIX_SPAWN_SETPGROUP) }
        #if canImport(Darwin)
        flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
        #endif
        return flags
    }

    func run() throws -> Int32 {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        try closeOthers(&actions)
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        // The shell finds the folder and the program; the process is then the program's.
        let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", command.folder, command.executable]
        let arguments = CStrings(words + command.arguments)
        let environment = CStrings(command.environment.map { "\($0.key)=\($0.value)" })
        var pid: pid_t = 0
        let code = SpawnAttempt.inheritance.withLock { _ in
            posix_spawn(&pid, words[0], &actions, &attributes, arguments.pointers, environment.pointers)
        }
        guard code == 0 else {
            throw ProcessFailure("cannot start \(command.executable): \(ProcessFailure.reason(code))")
        }
        return pid
    }
}

/// A list of C strings that ends with a null pointer.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

    deinit { for pointer in pointers { free(pointer) } }
}

/// Why a test's process could not be started or did not do what it should.
package struct ProcessFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    static func reason(_ code: Int32) -> String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}

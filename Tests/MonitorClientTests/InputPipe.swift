import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A pipe into which a thread writes, as an agent does into its hook's standard input.
final class InputPipe: Sendable {
    let reader: Int32
    private let writer: Int32

    init(bytes count: Int, staysOpen: Bool = false) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        reader = ends[0]
        writer = staysOpen ? ends[1] : -1
        let writer = ends[1]
        Thread.detachNewThread {
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 64 * 1024)
            var left = count
            while left > 0 {
                let written = write(writer, piece, min(left, piece.count))
                guard written > 0 else { break }
                left -= written
            }
            if !staysOpen { close(writer) }
        }
    }

    deinit {
        close(reader)
        if writer >= 0 { close(writer) }
    }
}

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads single settings, each with an error that names it.
struct Settings {
    let environment: [String: String]

    /// The flag, else the variable, else the default; an empty variable counts as not set.
    func value<Value>(
        _ name: String, _ flag: String?, default text: String, _ parse: (String) throws -> Value
    ) throws -> Value {
        do {
            return try parse(self.text(name, flag) ?? text)
        } catch let error as InvalidSetting {
            throw error
        } catch {
            throw InvalidSetting(name, "\(error)")
        }
    }

    func text(_ name: String, _ flag: String?) -> String? {
        flag ?? environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func list(_ name: String, _ flag: String?) -> [String] {
        (text(name, flag) ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    func oneOf<Value: RawRepresentable & CaseIterable>(_ name: String, _ flag: String?, default value: Value) throws
        -> Value
    where Value.RawValue == String {
        guard let text = text(name, flag) else { return value }
        guard let value = Value(rawValue: text.lowercased()) else {
            let options = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw InvalidSetting(name, "is '\(text)'; it is one of \(options)")
        }
        return value
    }

    func number(_ name: String, _ flag: String?, default value: Int, in range: ClosedRange<Int>) throws -> Int {
        guard let text = text(name, flag) else { return value }
        guard let number = Int(text), range.contains(number) else {
            throw InvalidSetting(name, "is '\(text)'; it is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Reads the file that a setting names, if it is set.
    func withFile(_ name: String, _ flag: String?, _ use: (String) throws -> Void) throws {
        guard let path = text(name, flag) else { return }
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw InvalidSetting(name, "names \(path), which cannot be read")
        }
        do {
            try use(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw InvalidSetting(name, "names \(path), of which \(error)")
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

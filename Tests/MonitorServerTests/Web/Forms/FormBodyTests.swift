import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct FormBodyTests {
    private func json(_ form: String, _ shapes: [String: FormBody.Shape] = [:]) throws -> String {
        try FormBody(form).json(shapes).raw.text
    }

    @Test func `fields become the members of an object, decoded as forms are`() throws {
        #expect(try json("name=a+b%26c&status=done") == #"{"name":"a b&c","status":"done"}"#)
        #expect(try json("") == "{}")
    }

    @Test func `line breaks are what they were before the browser sent them`() throws {
        #expect(try json("message=%0D%0Aa%0D%0A%0D%0Ab%0Dc%0Ad") == #"{"message":"\na\n\nb\nc\nd"}"#)
    }

    @Test(arguments: [
        (FormBody.Shape.clearable, "", "null"), (.clearable, "x", #""x""#), (.flag, "true", "true"),
        (.flag, "false", "false"), (.flag, "on", #""on""#), (.list, " a, b ,,c ", #"["a","b","c"]"#),
        (.list, "", "[]"), (.json, #"{"n": 1e400}"#, #"{"n":1e400}"#), (.optional, "x", #""x""#),
    ])
    func `a field's shape says how its text stands in the JSON`(
        shape: FormBody.Shape, value: String, expected: String
    ) throws {
        let encoded = value.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(try json("field=\(encoded)", ["field": shape]) == #"{"field":\#(expected)}"#)
    }

    @Test func `an optional field that is empty is as good as none`() throws {
        #expect(try json("kind=&message=m", ["kind": .optional]) == #"{"message":"m"}"#)
    }

    @Test func `JSON in a field cannot add members of its own`() throws {
        let error = #expect(throws: APIError.self) {
            try FormBody(#"metadata={},"name":"x""#).json(["metadata": .json])
        }
        #expect(error?.code == .invalidField && error?.message.contains("'metadata'") == true)
    }

    @Test func `a field that repeats counts with its last value`() throws {
        let patch = try TaskPatch(body: FormBody("hidden=false&hidden=true").json(["hidden": .flag]))
        #expect(patch.hidden == true)
    }
}

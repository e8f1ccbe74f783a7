import MonitorCore
import Testing

@Suite struct JSONValueTests {
    @Test(arguments: [
        ("{}", JSONValue.Kind.object), ("[1]", .array), ("\"a\"", .string), ("1", .number), ("-1.5e3", .number),
        ("true", .boolean),
        ("false", .boolean), ("null", .null),
    ])
    func `a value knows its kind`(_ text: String, _ kind: JSONValue.Kind) throws {
        let value = try JSONValue(reading: text)
        #expect(value.kind == kind)
        #expect(value.isNull == (kind == .null))
        #expect((value.string != nil) == (kind == .string))
        #expect((value.bool != nil) == (kind == .boolean))
        #expect((value.array != nil) == (kind == .array))
        #expect((value.object != nil) == (kind == .object))
        #expect(value.raw.text == text)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("-5", -5), ("9223372036854775807", Int64.max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("1.0", nil), ("1e2", nil), ("1.5", nil), ("\"1\"", nil), ("true", nil),
            ("null", nil),
        ] as [(String, Int64?)])
    func `whole numbers are read where they fit`(_ text: String, _ number: Int64?) throws {
        #expect(try JSONValue(reading: text).int == number)
    }

    @Test(arguments: [
        ("[]", []), ("[1]", ["1"]),
        ("[1,\"a,b\",[2,3],{\"c\":4},null]", ["1", "\"a,b\"", "[2,3]", "{\"c\":4}", "null"]),
        (#"["\"",":","\\",",","]"]"#, [#""\"""#, #"":""#, #""\\""#, #"",""#, #""]""#]),
        ("[[],[[]],{}]", ["[]", "[[]]", "{}"]),
        ("[ 1 , 2 ]", ["1", "2"]),
    ])
    func `an array gives its elements`(_ text: String, _ elements: [String]) throws {
        #expect(try JSONValue(reading: text).array?.map(\.raw.text) == elements)
    }

    @Test(arguments: [
        ("{}", []), ("{\"a\":1}", ["a=1"]),
        (#"{"a":{"b":[1,{"c":2}]},"d":"x:y,{z}"}"#, [#"a={"b":[1,{"c":2}]}"#, #"d="x:y,{z}""#]),
        (#"{"a\"b":1,"":2,"na\u006de":3,"\\":4}"#, ["a\"b=1", "=2", "name=3", "\\=4"]),
        (#"{"a":1,"a":2}"#, ["a=1", "a=2"]),
        (#"{"{":"}","[":"]",":":",","\"":"\""}"#, ["{=\"}\"", "[=\"]\"", ":=\",\"", "\"=\"\\\"\""]),
    ])
    func `an object gives its members in their order`(_ text: String, _ members: [String]) throws {
        let object = try #require(JSONValue(reading: text).object)
        #expect(object.members.map { "\($0.key)=\($0.value.raw.text)" } == members)
        #expect(object.keys == object.members.map(\.key))
        #expect(object.raw.text == text)
    }

    @Test(
        arguments: [
            (#"{"a":1,"a":2,"a":3}"#, "a", "3"), (#"{"a":1,"\u0061":2}"#, "a", "2"), (#"{"\u0061":1,"a":2}"#, "a", "2"),
            (#"{"na\u006de":1}"#, "name", "1"), (#"{"":7}"#, "", "7"), (#"{"\n":7}"#, "\n", "7"),
            (#"{"é":7}"#, "é", "7"),
            (#"{"a":1}"#, "b", nil), (#"{"aa":1}"#, "a", nil), (#"{"a":1}"#, "aa", nil), (#"{"a\\":1}"#, "a", nil),
            ("{}", "", nil),
            (#"{"a":null}"#, "a", "null"), ("{\"e\u{301}\":1}", "\u{E9}", nil), (#"{"e\u0301":1}"#, "\u{E9}", nil),
            (#"{"x":{"a":1}}"#, "a", nil), (#"{"x":"a","y":2}"#, "a", nil),
        ] as [(String, String, String?)])
    func `a key is found by its decoded bytes and the last one wins`(_ text: String, _ key: String, _ found: String?)
        throws
    {
        #expect(try JSONValue(reading: text).object?[key]?.raw.text == found)
    }

    @Test func `a path of keys leads into an object`() throws {
        let value = try JSONValue(reading: #"{"a":{"b":{"c":[1,{"d":"x"}]}},"n":null}"#)
        #expect(value["a", "b", "c"]?.array?.last?["d"]?.string == "x")
        #expect(value["a", "x", "c"] == nil)
        #expect(value["n", "x"] == nil)
        #expect(value["n"]?.isNull == true)
    }

    @Test func `members of a nested value keep their own places`() throws {
        let value = try JSONValue(reading: #"[0,{"a":[10,20],"b":{"c":"d"}},2]"#)
        let object = try #require(value.array?[1].object)
        #expect(object["a"]?.array?.map(\.int) == [10, 20])
        #expect(object["b"]?["c"]?.string == "d")
        #expect(object.raw.text == #"{"a":[10,20],"b":{"c":"d"}}"#)
    }

    @Test(arguments: AcceptedJSON.all)
    func `members put together are the text again`(_ json: AcceptedJSON) throws {
        let value = try JSONValue(reading: json.text)
        if let elements = value.array {
            #expect("[\(elements.map(\.raw.text).joined(separator: ","))]" == json.minified)
        } else if let object = value.object {
            var bytes: [[UInt8]] = []
            for (key, value) in object.members {
                var member: [UInt8] = []
                JSONString.write(key, to: &member)
                bytes.append(member + Array(":".utf8) + value.bytes)
            }
            let again = Array("{".utf8) + bytes.joined(separator: Array(",".utf8)) + Array("}".utf8)
            #expect(try JSONValue(reading: String(decoding: again, as: UTF8.self)).object?.keys == object.keys)
        }
    }
}

import Foundation
import MonitorCore
import Testing

@Suite struct IDTests {
    @Test(
        arguments: [
            ("00000000-0000-0000-0000-000000000000", 0, 0),
            ("ffffffff-ffff-ffff-ffff-ffffffffffff", UInt64.max, UInt64.max),
            ("01234567-89ab-cdef-0123-456789abcdef", 0x0123_4567_89AB_CDEF, 0x0123_4567_89AB_CDEF),
        ] as [(String, UInt64, UInt64)])
    func `an id is read and written`(_ text: String, _ high: UInt64, _ low: UInt64) {
        #expect(TaskID(text) == TaskID(high: high, low: low))
        #expect(TaskID(text.uppercased()) == TaskID(high: high, low: low))
        #expect(TaskID(high: high, low: low).description == text)
    }

    @Test(arguments: [
        "", "0", "-", "01234567-89ab-cdef-0123-456789abcde", "01234567-89ab-cdef-0123-456789abcdef0",
        "0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}",
        " 01234567-89ab-cdef-0123-456789abcdef",
        "01234567-89ab-cdef-0123-456789abcdef ", "01234567-89ab-cdef-0123-456789abcdeg",
        "01234567_89ab_cdef_0123_456789abcdef",
        "0123456-789ab-cdef-0123-456789abcdef", "01234567-89ab-cdef-0123-456789abcde\u{0}",
        "0１234567-89ab-cdef-0123-456789abcd",
        "--------------------------------------", "01234567-89ab-cdef-0123-456789abcde-",
    ])
    func `anything else is no id`(_ text: String) {
        #expect(TaskID(text) == nil)
        #expect(TaskID(Substring(text)) == nil)
    }

    @Test(arguments: 1...5)
    func `ids are written as Foundation writes UUIDs`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let id = UpdateID(high: random.next(), low: random.next())
            #expect(UUID(uuidString: id.description)?.uuidString.lowercased() == id.description)
            #expect(UpdateID(id.description) == id)
        }
    }

    @Test(arguments: 1...5)
    func `made ids have version 7, the variant and the time`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let time = Timestamp(microseconds: Int64.random(in: 0...TimestampTests.lastMicrosecond, using: &random))
            let id = UpdateID.make(at: time, using: &random)
            #expect(id.high >> 12 & 0xF == 7)
            #expect(id.low >> 62 == 0b10)
            #expect(Int64(id.high >> 16) == time.microseconds / 1000)
        }
    }

    @Test func `later ids come after earlier ones`() {
        var random = SplitMix64(seed: 1)
        let ids = (0..<1_000).map { UpdateID.make(at: Timestamp(microseconds: $0 * 1000), using: &random) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(Set(ids).count == 1_000)
    }

    @Test func `a time before 1970 counts as 1970`() {
        var random = SplitMix64(seed: 1)
        #expect(TaskID.make(at: Timestamp(microseconds: -5_000_000), using: &random).high >> 16 == 0)
    }

    @Test func `ids are made from the clock`() {
        let ids = (0..<1_000).map { _ in TaskID.make() }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.high >> 16 > 1_700_000_000_000 })
    }

    @Test(
        arguments: [
            ("7", UpdateReference.seq(7)), ("0", .seq(0)), ("9223372036854775807", .seq(.max)),
            (
                "01234567-89AB-cdef-0123-456789abcdef",
                .id(UpdateID(high: 0x0123_4567_89AB_CDEF, low: 0x0123_4567_89AB_CDEF))
            ),
            ("-1", nil), ("", nil), ("x", nil), ("1.0", nil), ("9223372036854775808", nil), ("1 ", nil),
        ] as [(String, UpdateReference?)])
    func `an update is named by its id or its seq`(_ text: String, _ reference: UpdateReference?) {
        #expect(UpdateReference(text) == reference)
    }
}

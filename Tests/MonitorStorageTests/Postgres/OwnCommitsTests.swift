#if PostgreSQL
import MonitorCore
import Testing

@testable import MonitorPostgres

@Suite struct OwnCommitsTests {
    @Test func `a commit that follows the cursor is taken once`() {
        let commits = OwnCommitsTests.commits([11...13], of: 7)
        let notice = CommitNotice(backend: 7, head: 13)
        #expect(commits.take(notice, after: 10)?.map(\.seq) == [11, 12, 13])
        #expect(commits.take(notice, after: 10) == nil)
    }

    @Test func `a commit behind one of another server is read from the table`() {
        let commits = OwnCommitsTests.commits([11...13], of: 7)
        #expect(commits.take(CommitNotice(backend: 7, head: 13), after: 9) == nil)
    }

    @Test(arguments: [CommitNotice(backend: 8, head: 13), .init(backend: 7, head: 12), .init(backend: 7, head: nil)])
    func `another's notice takes nothing`(_ notice: CommitNotice) {
        let commits = OwnCommitsTests.commits([11...13], of: 7)
        #expect(commits.take(notice, after: 10) == nil)
        #expect(commits.take(CommitNotice(backend: 7, head: 13), after: 10) != nil)
    }

    @Test func `a commit that failed is not there, though another ends at the same seq`() {
        let commits = OwnCommitsTests.commits([11...13], of: 7)
        commits.removeLast()
        commits.add([OwnCommitsTests.entry(13)], of: 7)
        #expect(commits.take(CommitNotice(backend: 7, head: 13), after: 12)?.map(\.seq) == [13])
    }

    @Test func `those before the one that is notified go with it`() {
        let commits = OwnCommitsTests.commits([11...11, 12...12, 13...14], of: 7)
        #expect(commits.take(CommitNotice(backend: 7, head: 12), after: 11)?.map(\.seq) == [12])
        #expect(commits.take(CommitNotice(backend: 7, head: 11), after: 10) == nil)
        #expect(commits.take(CommitNotice(backend: 7, head: 14), after: 12)?.map(\.seq) == [13, 14])
    }

    @Test func `what nobody takes is not kept for ever`() {
        let commits = OwnCommitsTests.commits((1...100).map { $0...$0 }, of: 7)
        #expect(commits.take(CommitNotice(backend: 7, head: 1), after: 0) == nil)
        #expect(commits.take(CommitNotice(backend: 7, head: 100), after: 99) != nil)
    }

    private static func commits(_ ranges: [ClosedRange<Seq>], of backend: Int32) -> OwnCommits {
        let commits = OwnCommits()
        for range in ranges { commits.add(range.map(entry), of: backend) }
        return commits
    }

    private static func entry(_ seq: Seq) -> JournalEntry {
        JournalEntry(seq: seq, event: .update, keys: .init(), json: [])
    }
}
#endif

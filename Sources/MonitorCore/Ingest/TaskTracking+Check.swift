extension TaskTracking {
    /// Takes in a run of a check on the branch that the task works on; a failure needs somebody until a later success.
    package mutating func apply(_ run: CheckRun, at time: Timestamp) {
        let owner = "check:\(run.branchKey):\(run.name)"
        switch run.state {
        case .running, .stopped: return
        case .passed: waits.removeAll { $0.owner == owner }
        case .failed:
            // A new failure is worth another look, also where the one before was dismissed.
            waits.removeAll { $0.owner == owner && $0.isDismissed }
            guard !waits.contains(where: { $0.owner == owner }), waits.count < TaskTracking.waitLimit else { return }
            waits.append(
                Wait(
                    owner: owner, question: SessionSignal.Question(reason: .ci, message: run.message), since: time))
        }
    }
}

extension CheckRun {
    package var branchKey: String { Route.branchKey(repository: repository, branch: branch) }
}

extension Route {
    /// What agents and checks on one branch meet by; a forge's names are the same in any case, a branch's are not.
    package static func branchKey(repository: String, branch: String) -> String {
        "\(repository.lowercased())@\(branch)"
    }
}

import Mustache

/// The menu's entries about signing in and out; none where there is no token to sign in with.
struct AccountView: MustacheParent {
    let visitor: Visitor

    init?(_ visitor: Visitor) {
        guard visitor.canSignIn else { return nil }
        self.visitor = visitor
    }

    func child(named name: String) -> Any? {
        switch name {
        case "isSignedIn": visitor.isSignedIn
        case "name": visitor.name.orAbsent
        default: nil
        }
    }
}

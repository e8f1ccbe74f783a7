/// Who looks at a page, for the menu that every page has.
struct Visitor: Equatable, Sendable {
    /// Whether there is a token to sign in with.
    var canSignIn = false
    var isSignedIn = false
    /// The name of the token that was signed in with.
    var name: String?

    /// The visitor of the request under way: the shell of each page asks, and no page has to hand it on.
    @TaskLocal static var current = Visitor()
}

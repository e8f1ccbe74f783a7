import MonitorWeb
import Mustache

/// `/login`: asks for a token, and says why one was not taken; the token is never part of the page.
struct LoginPage: Sendable {
    let templates: TemplateLibrary
    let hasTokens: Bool

    func render(returnTo: LocalPath?, refusal: LoginRefusal? = nil) -> String {
        templates.render(
            LoginView(hasTokens: hasTokens, returnTo: returnTo?.text, problem: refusal?.message), with: .login)
    }
}

/// What the login page's template shows.
struct LoginView: MustacheParent {
    let hasTokens: Bool
    let returnTo: String?
    let problem: String?

    func child(named name: String) -> Any? {
        switch name {
        case "hasTokens": hasTokens
        case "returnTo": returnTo.orAbsent
        case "problem": problem.orAbsent
        default: nil
        }
    }
}

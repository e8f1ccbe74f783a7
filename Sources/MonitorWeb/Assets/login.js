// A link from another site leads here although the browser is signed in: the session's cookie is not sent along with it.
// From here on it is, and the server leads on.

const response = await fetch(location.href, { redirect: "manual" });
if (response.type === "opaqueredirect") location.replace(location.href);

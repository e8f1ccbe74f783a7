// A link from another site comes without our cookie; this request has it, and the server leads on.

const response = await fetch(location.href, { redirect: "manual" });
if (response.type === "opaqueredirect") location.replace(location.href);

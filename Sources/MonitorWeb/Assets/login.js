// After a link from another site the browser may be signed in all the same: that site's request has no cookie of ours,
// this one has, and the server leads on.

const response = await fetch(location.href, { redirect: "manual" });
if (response.type === "opaqueredirect") location.replace(location.href);

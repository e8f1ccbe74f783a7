import MonitorCore

/// The plugin that forwards OpenCode's events to `monitor-cli hook opencode`.
enum OpenCodePlugin {
    /// Events that are forwarded as they come; messages and their parts are chosen by the plugin itself.
    private static let plainEvents = [
        "session.created", "session.updated", "session.status", "session.idle", "session.error", "session.compacted",
        "session.deleted", "permission.asked", "permission.replied", "todo.updated", "file.edited",
    ]

    static let events =
        plainEvents + ["message.updated", "message.part.updated", "tool.execute.before", "tool.execute.after"]

    @Sendable static func body(_ invocation: HookInvocation) -> String {
        let binary = String(decoding: JSONTree.string(invocation.binary).minified, as: UTF8.self)
        let wanted = String(decoding: JSONWriter.array(plainEvents), as: UTF8.self)
        return """
            import { spawn } from "node:child_process";

            const binary = \(binary);
            const wanted = new Set(\(wanted));

            // Long texts and deep or wide values are cut: what is posted is a report, not an archive.
            const bounded = (value) => {
              let budget = 2000;
              const cut = (value, depth) => {
                if (typeof value === "string") return value.length > 8000 ? value.slice(0, 8000) + "…" : value;
                if (["bigint", "function", "symbol"].includes(typeof value)) return undefined;
                if (value === null || typeof value !== "object") return value;
                budget -= 1;
                if (depth > 8 || budget < 0) return null;
                if (Array.isArray(value)) return value.slice(0, 100).map((item) => cut(item, depth + 1));
                const entries = Object.entries(value).slice(0, 100);
                return Object.fromEntries(entries.map(([key, item]) => [key, cut(item, depth + 1)]));
              };
              return cut(value, 0);
            };

            // Messages come in many pieces while they are written: only what is complete is worth telling.
            const isComplete = (type, properties) => {
              if (wanted.has(type)) return true;
              if (type === "message.updated") {
                const info = properties?.info;
                return info?.role === "user" || Boolean(info?.time?.completed || info?.error);
              }
              if (type !== "message.part.updated") return false;
              const part = properties?.part;
              if (part?.type === "tool") return part.state?.status === "error";
              return part?.type === "text" && Boolean(part.time?.end || !part.time);
            };

            export const Monitor = async ({ directory, worktree } = {}) => {
              // Only a session's own events tell that it is a subagent's.
              const parents = new Map();
              const parentOf = (properties) => {
                const info = properties?.info;
                if (info?.id && info.parentID) {
                  if (parents.size > 1000) parents.clear();
                  parents.set(info.id, info.parentID);
                }
                return parents.get(properties?.sessionID ?? info?.sessionID ?? properties?.part?.sessionID);
              };

              // Nothing is awaited and nothing is thrown: a plugin that hangs or fails would take the agent along.
              const send = (type, properties) => {
                try {
                  const parentID = parentOf(properties);
                  const body = JSON.stringify({ type, properties: bounded(properties), parentID, directory, worktree });
                  const child = spawn(binary, ["hook", "opencode"], {
                    detached: true,
                    stdio: ["pipe", "ignore", "ignore"],
                  });
                  child.on("error", () => {});
                  child.stdin.on("error", () => {});
                  child.stdin.end(body);
                  child.unref();
                } catch {}
              };

              return {
                event: async ({ event } = {}) => {
                  try {
                    if (isComplete(event.type, event.properties)) send(event.type, event.properties);
                  } catch {}
                },
                "tool.execute.before": async (input, output) => {
                  try {
                    const { tool, sessionID, callID } = input;
                    send("tool.execute.before", { tool, sessionID, callID, args: output?.args });
                  } catch {}
                },
                "tool.execute.after": async (input, output) => {
                  try {
                    const { tool, sessionID, callID, args } = input;
                    const { title, metadata } = output ?? {};
                    send("tool.execute.after", { tool, sessionID, callID, args, title, metadata });
                  } catch {}
                },
              };
            };

            """
    }
}

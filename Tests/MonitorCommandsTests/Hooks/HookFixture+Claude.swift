extension HookFixture {
    static let claudeCode = [
        HookFixture(
            "claude-code", "permissions and an empty event",
            """
            {
              "$schema": "https://json.schemastore.org/claude-code-settings.json",
              "model": "opus",
              "permissions": {
                "allow": ["Bash(npm run test:*)", "Read(~/.zshrc)"],
                "deny": []
              },
              "hooks": {
                "Stop": [],
                "PreToolUse": [
                  {
                    "matcher": "Bash",
                    "hooks": [
                      {
                        "type": "command",
                        "command": "~/.claude/hooks/guard.py"
                      }
                    ]
                  }
                ]
              },
              "env": { "FOO": "bar" }
            }

            """),
        HookFixture(
            "claude-code", "tabs, no line break at the end, a hook of the user's on one line",
            "{\n\t\"cleanupPeriodDays\": 30,\n\t\"hooks\": {\n\t\t\"Stop\": [{\"hooks\": [{\"type\": \"command\", "
                + "\"command\": \"say done\"}]}]\n\t}\n}"),
        HookFixture(
            "claude-code", "CR LF, four spaces, other languages",
            "{\r\n    \"language\": \"日本語 – é 😀\",\r\n    \"statusLine\": {\r\n        \"type\": \"command\",\r\n"
                + "        \"command\": \"printf '\\u2714 %s' \\\"$PWD\\\"\"\r\n    }\r\n}\r\n"),
        HookFixture(
            "claude-code", "compact", #"{"model":"haiku","hooks":{"SessionStart":[],"Stop":[{"hooks":[]}]},"x":1e400}"#),
        HookFixture(
            "claude-code", "as Python writes it",
            #"{"model": "haiku", "hooks": {"Notification": [{"matcher": "", "hooks": [{"type": "command", "#
                + #""command": "notify-send hi"}]}]}}"#),
        HookFixture(
            "claude-code", "oddly laid out",
            """
            { "a" : [1,2 , 3]
            , "hooks" : { "PostToolUse" : [
                { "matcher":"Edit|Write", "hooks":[ {"type":"command","command":"prettier --write"} ] }
              , { "matcher":"*", "hooks":[ {"type":"command","command":"monitor-cli task list"} ] } ]
            , "WorktreeCreate": [ ] }
            , "z" : { } }
            """),
    ]

    static let codex = [
        HookFixture(
            "codex", "a hook of the user's on the same event",
            """
            {
              "hooks": {
                "PreToolUse": [
                  {
                    "matcher": "^Bash$",
                    "hooks": [
                      { "type": "command", "command": "python3 ~/.codex/hooks/policy.py", "timeout": 30 }
                    ]
                  }
                ],
                "Stop": [
                  { "hooks": [ { "type": "command", "command": "codex-notify 'done'" } ] }
                ]
              }
            }

            """),
        HookFixture(
            "codex", "tabs and a description",
            "{\n\t\"description\": \"team hooks – Größe\",\n\t\"hooks\": {\n\t\t\"SessionStart\": []\n\t}\n}\n"),
        HookFixture("codex", "CR LF", "{\r\n  \"hooks\": {\r\n    \"Interrupt\": [\r\n    ]\r\n  }\r\n}\r\n"),
        HookFixture(
            "codex", "compact with a hook",
            #"{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"/opt/x/hook codex"}]}]}}"#),
        HookFixture("codex", "without hooks", "{\n    \"version\": 2,\n    \"notes\": [\"a\", \"b\"]\n}"),
    ]
}

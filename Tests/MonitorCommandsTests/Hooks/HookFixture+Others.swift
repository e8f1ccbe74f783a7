extension HookFixture {
    static let geminiCLI = [
        HookFixture(
            "gemini-cli", "settings of a user",
            """
            {
              "general": { "vimMode": true, "preferredEditor": "nvim" },
              "security": { "auth": { "selectedType": "oauth-personal" } },
              "mcpServers": {
                "github": { "command": "docker", "args": ["run", "-i"], "env": { "TOKEN": "$GITHUB_TOKEN" } }
              },
              "ui": {
                "theme": "Ayu"
              }
            }

            """),
        HookFixture(
            "gemini-cli", "comments",
            """
            // my settings
            {
              /* look */ "ui": { "theme": "GitHub" }, // light
              "hooks": {
                // guards
                "BeforeTool": [
                  {
                    "matcher": "write_.*", // all writes
                    "hooks": [{ "type": "command", "command": "echo // no comment" }] /* one */
                  } // the only one
                ] // guards end
              } // hooks end
              // "model": "x"
            }
            // end

            """),
        HookFixture(
            "gemini-cli", "names of hooks that are off, and CR LF",
            "{\r\n  \"hooksConfig\": {\"disabled\": [\"lint\"]},\r\n  \"hooks\": {\r\n    \"enabled\": true,\r\n"
                + "    \"disabled\": [\"a\"],\r\n    \"AfterTool\": []\r\n  }\r\n}\r\n"),
        HookFixture("gemini-cli", "compact", #"{"ui":{"theme":"日本"},"hooks":{"Notification":[]}}"#),
        HookFixture(
            "gemini-cli", "one tab, hooks first",
            "{\n\t\"hooks\": {\n\t\t\"AfterAgent\": [\n\t\t\t{\n\t\t\t\t\"sequential\": true,\n\t\t\t\t\"hooks\": []\n"
                + "\t\t\t}\n\t\t]\n\t},\n\t\"ide\": {\n\t\t\"enabled\": true\n\t}\n}"),
    ]

    static let cursor = [
        HookFixture("cursor", "only a version", "{\n  \"version\": 1\n}\n"),
        HookFixture("cursor", "hooks first", "{\n  \"hooks\": {},\n  \"version\": 1\n}\n"),
        HookFixture(
            "cursor", "flat hooks of the user's",
            """
            {
              "version": 1,
              "hooks": {
                "afterFileEdit": [{ "command": "./hooks/format.sh" }],
                "stop": [
                  { "command": "./hooks/audit.sh", "timeout": 30, "failClosed": true }
                ],
                "preToolUse": []
              }
            }

            """),
        HookFixture(
            "cursor", "four spaces and CR LF",
            "{\r\n    \"version\": 1,\r\n    \"hooks\": {\r\n        \"stop\": [\r\n            {\"command\": \"é\"}\r\n"
                + "        ]\r\n    }\r\n}"),
        HookFixture("cursor", "compact", #"{"version":1,"hooks":{"stop":[{"command":"bun run hooks/stop.ts"}]}}"#),
        HookFixture("cursor", "no version", "{\"hooks\": {\"stop\": [{\"command\": \"x\"}]}}\n"),
    ]

    static let copilot = [
        HookFixture("copilot", "only a version", "{\n  \"version\": 1,\n  \"hooks\": {}\n}\n"),
        HookFixture(
            "copilot", "hooks of the user's in our file",
            """
            {
                "version": 1,
                "hooks": {
                    "sessionStart": [
                        {
                            "type": "command",
                            "bash": "echo \\"start: $(date)\\" >> logs/session.log",
                            "powershell": "Add-Content -Path logs/session.log -Value 'start'",
                            "cwd": ".",
                            "timeoutSec": 10
                        }
                    ],
                    "preToolUse": [{ "type": "command", "bash": "./guard.sh" }]
                }
            }

            """),
        HookFixture("copilot", "compact", #"{"version":1,"hooks":{"agentStop":[]}}"#),
        HookFixture(
            "copilot", "tabs, switched off",
            "{\n\t\"version\": 1,\n\t\"disableAllHooks\": true,\n\t\"hooks\": {\n\t\t\"notification\": [\n\t\t]\n\t}\n}"
        ),
        HookFixture(
            "copilot", "CR LF, other languages",
            "{\r\n  \"hooks\": {\r\n    \"errorOccurred\": [\r\n      { \"bash\": \"echo Größe\" }\r\n    ]\r\n  },\r\n"
                + "  \"version\": 1\r\n}\r\n"),
    ]
}

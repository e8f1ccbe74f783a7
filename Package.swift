// swift-tools-version:6.2
import PackageDescription

/// `make check` sets this; a user's build with a newer compiler must not fail on a new warning.
let warningsAsErrors = Context.environment["MONITOR_WARNINGS_AS_ERRORS"] == "1"

let swiftSettings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (warningsAsErrors ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
    name: "monitor",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "monitor-server", targets: ["monitor-server"]),
        .executable(name: "monitor-cli", targets: ["monitor-cli"]),
    ],
    traits: [
        .trait(name: "PostgreSQL", description: "Lets many servers share one PostgreSQL database; needs libpq.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "MonitorCore", swiftSettings: swiftSettings),
        .target(
            name: "MonitorSources",
            dependencies: ["MonitorCore"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorStorage",
            dependencies: [
                "MonitorCore",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings
        ),
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(
            name: "MonitorPostgres",
            dependencies: [
                "MonitorCore",
                .target(name: "CLibPQ", condition: .when(traits: ["PostgreSQL"])),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorLive",
            dependencies: ["MonitorCore", .product(name: "NIOCore", package: "swift-nio")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorWeb",
            dependencies: [.product(name: "Mustache", package: "swift-mustache")],
            resources: [.embedInCode("Assets"), .embedInCode("Templates")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorServer",
            dependencies: [
                "MonitorCore", "MonitorSources", "MonitorStorage", "MonitorLive", "MonitorWeb",
                .target(name: "MonitorPostgres", condition: .when(traits: ["PostgreSQL"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorClient",
            dependencies: [
                "MonitorCore",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorCommands",
            dependencies: [
                "MonitorClient", "MonitorCore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "monitor-server",
            dependencies: ["MonitorServer", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "monitor-cli",
            dependencies: ["MonitorCommands", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "MonitorTesting",
            dependencies: [
                "MonitorClient", "MonitorCore", "MonitorStorage",
                .target(name: "MonitorPostgres", condition: .when(traits: ["PostgreSQL"])),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "MonitorCoreTests", dependencies: ["MonitorCore"], swiftSettings: swiftSettings),
        .testTarget(
            name: "MonitorSourcesTests", dependencies: ["MonitorCore", "MonitorSources"], swiftSettings: swiftSettings),
        .testTarget(
            name: "MonitorStorageTests",
            dependencies: [
                "MonitorCore", "MonitorStorage", "MonitorTesting",
                .target(name: "MonitorPostgres", condition: .when(traits: ["PostgreSQL"])),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "MonitorLiveTests",
            dependencies: [
                "MonitorCore", "MonitorLive", "MonitorTesting", .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "MonitorServerTests",
            dependencies: [
                "MonitorCore", "MonitorLive", "MonitorServer", "MonitorStorage", "MonitorTesting", "MonitorWeb",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "MonitorClientTests", dependencies: ["MonitorClient", "MonitorCore"], swiftSettings: swiftSettings),
        .testTarget(
            name: "MonitorCommandsTests",
            dependencies: [
                "MonitorClient", "MonitorCommands", "MonitorCore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "MonitorClient", "MonitorCore", "MonitorTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings
        ),
    ]
)

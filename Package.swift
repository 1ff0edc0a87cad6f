// swift-tools-version: 6.2
import PackageDescription

/// The language rules every target of the house lives by.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioTLS: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let swiftASN1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "comxfailover",
    products: [
        .executable(name: "comxfailover", targets: ["comxfailover"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        // Floor 0
        .target(name: "Vocabulary", swiftSettings: strict),
        // Floor 1: decisions in plain values
        .target(name: "PairLogic", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(name: "ReplicaLogic", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(name: "HotelLogic", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(name: "Wire", dependencies: ["Vocabulary", crypto], swiftSettings: strict),
        .target(name: "AsteriskText", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(name: "Settings", dependencies: ["Vocabulary", yams], swiftSettings: strict),
        // Floor 2: the doors
        .target(
            name: "Ports",
            dependencies: ["Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "AsteriskText"],
            swiftSettings: strict),
        .target(
            name: "Simulation", dependencies: ["Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic"],
            swiftSettings: strict),
        // Floor 3: outside things
        .systemLibrary(name: "CMariaDB", pkgConfig: "libmariadb", providers: [.apt(["libmariadb-dev"])]),
        .target(
            name: "MariaStore",
            dependencies: [
                "CMariaDB", "Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "Ports", crypto, logging,
                subprocess,
                systemPackage,
            ],
            swiftSettings: strict),
        .target(
            name: "PeerLink",
            dependencies: ["Vocabulary", "Wire", "Ports", logging, nioCore, nioPosix, nioSSL, nioTLS],
            swiftSettings: strict),
        .target(
            name: "HostSystem",
            dependencies: [
                "Vocabulary", "Wire", "AsteriskText", "Ports", asyncHTTPClient, crypto, logging, nioCore, nioHTTP1,
                subprocess, swiftASN1, systemPackage, x509,
            ],
            swiftSettings: strict),
        .target(
            name: "AsteriskLink",
            dependencies: ["Vocabulary", "Wire", "Ports", logging, nioCore, nioPosix],
            swiftSettings: strict),
        // Floor 4: one service per machine
        .target(
            name: "NodeServices",
            dependencies: [
                "Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "AsteriskText", "Ports", logging,
                serviceLifecycle,
            ],
            swiftSettings: strict),
        // Floor 5
        .target(
            name: "WebConsole",
            dependencies: [
                "Vocabulary", "HotelLogic", "Wire", "AsteriskText", "Ports", hummingbird, hummingbirdTLS, logging,
                nioCore, nioSSL, serviceLifecycle,
            ],
            swiftSettings: strict),
        // Floor 6: the one executable
        .executableTarget(
            name: "comxfailover",
            dependencies: [
                "Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "AsteriskText", "Settings", "Ports",
                "MariaStore", "AsteriskLink", "PeerLink", "HostSystem", "NodeServices", "Simulation", "WebConsole",
                argumentParser, asyncHTTPClient, logging, nioCore,
                nioHTTP1, nioPosix, serviceLifecycle,
            ],
            swiftSettings: strict),
        // A program beside the house that looks into every room
        .executableTarget(
            name: "comxfailover-bench",
            dependencies: [
                "Vocabulary", "PairLogic", "ReplicaLogic", "Wire", "Ports", "MariaStore", "HostSystem", "NodeServices",
                argumentParser, logging, serviceLifecycle,
            ],
            path: "Benchmarks",
            swiftSettings: strict),
        // The demonstration: two nodes and a hotel, started, harmed and compared
        .executableTarget(
            name: "comxfailover-demo",
            dependencies: [
                "Vocabulary", "Ports", "MariaStore", "LabKit", argumentParser, unixSignals,
            ],
            path: "Demo",
            swiftSettings: strict),
        // The lab: two hosts, a router, phones and a carrier in network namespaces
        .target(
            name: "LabKit",
            dependencies: ["Vocabulary", "Ports", "MariaStore", "AsteriskTestKit", crypto, subprocess, systemPackage],
            path: "Lab/Kit", swiftSettings: strict),
        .executableTarget(
            name: "comxfailover-lab", dependencies: ["Vocabulary", "Ports", "LabKit", argumentParser, unixSignals],
            path: "Lab/Program", swiftSettings: strict),
        // Tests mirror the targets
        .testTarget(name: "RepositoryTests", swiftSettings: strict),
        .testTarget(
            name: "PairLogicTests", dependencies: ["Vocabulary", "PairLogic", "SeededTestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Vocabulary", "ReplicaLogic", "Simulation"], swiftSettings: strict),
        .testTarget(
            name: "HotelLogicTests", dependencies: ["Vocabulary", "HotelLogic"], swiftSettings: strict),
        .testTarget(
            name: "WireTests", dependencies: ["Vocabulary", "Wire", "SeededTestKit"], swiftSettings: strict),
        .testTarget(
            name: "AsteriskTextTests",
            dependencies: [
                "Vocabulary", "ReplicaLogic", "HotelLogic", "Wire", "AsteriskText", "Ports", "MariaStore",
                "AsteriskLink", "HostSystem", "NodeServices", "AsteriskTestKit", "MariaTestKit", "SeededTestKit",
                "TestSupport",
                nioCore, nioPosix, serviceLifecycle,
            ],
            swiftSettings: strict),
        .target(
            name: "AsteriskTestKit", dependencies: ["Vocabulary", subprocess, systemPackage],
            path: "Tests/Support/AsteriskTestKit", swiftSettings: strict),
        .testTarget(
            name: "AsteriskLinkTests",
            dependencies: [
                "Vocabulary", "Wire", "Ports", "AsteriskLink", "AsteriskTestKit", "TestSupport", logging, nioCore,
                nioPosix,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TelephonyTests",
            dependencies: [
                "Vocabulary", "HotelLogic", "Wire", "AsteriskText", "Ports", "AsteriskLink", "HostSystem",
                "NodeServices", "AsteriskTestKit", "TestSupport", logging, nioPosix,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "LabTests",
            dependencies: [
                "Vocabulary", "HotelLogic", "Wire", "Ports", "MariaStore", "LabKit", "SeededTestKit", "comxfailover",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReplicaLogicTests", dependencies: ["Vocabulary", "ReplicaLogic", "SeededTestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "NodeServicesTests",
            dependencies: [
                "Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "AsteriskText", "Ports",
                "NodeServices", "TestSupport", logging, serviceLifecycle,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTests", dependencies: ["Vocabulary", "Settings", "SeededTestKit"], swiftSettings: strict),
        .target(name: "SeededTestKit", path: "Tests/Support/SeededTestKit", swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "AsteriskText", "Ports", logging,
                serviceLifecycle,
            ],
            path: "Tests/Support",
            exclude: ["AsteriskTestKit", "IntegrationKit", "MariaTestKit", "SeededTestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "HostSystemTests",
            dependencies: [
                "Vocabulary", "AsteriskText", "Ports", "HostSystem", "TestSupport", nioCore, nioHTTP1, nioPosix, x509,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PeerLinkTests",
            dependencies: [
                "Vocabulary", "Wire", "Ports", "PeerLink", "HostSystem", "TestSupport", logging, nioCore, nioEmbedded,
                nioPosix, nioSSL,
            ],
            swiftSettings: strict),
        .target(
            name: "MariaTestKit",
            dependencies: ["Vocabulary", "MariaStore", subprocess],
            path: "Tests/Support/MariaTestKit",
            swiftSettings: strict),
        .testTarget(
            name: "MariaStoreTests",
            dependencies: [
                "CMariaDB", "Vocabulary", "PairLogic", "ReplicaLogic", "HotelLogic", "Wire", "Ports", "MariaStore",
                "MariaTestKit", subprocess, systemPackage,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebConsoleTests",
            dependencies: [
                "Vocabulary", "HotelLogic", "Wire", "AsteriskText", "Ports", "HostSystem", "WebConsole", "TestSupport",
                asyncHTTPClient, hummingbird, hummingbirdTesting, logging, nioCore, nioHTTP1, nioSSL,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ComxfailoverTests",
            dependencies: [
                "Vocabulary", "HotelLogic", "Wire", "AsteriskText", "Settings", "Ports", "WebConsole", "TestSupport",
                "comxfailover",
                argumentParser,
            ],
            swiftSettings: strict),
        .target(
            name: "IntegrationKit",
            dependencies: ["Vocabulary", "Wire", "Ports", "MariaStore", subprocess, systemPackage],
            path: "Tests/Support/IntegrationKit",
            swiftSettings: strict),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "Vocabulary", "HotelLogic", "Wire", "Ports", "MariaStore", "IntegrationKit", "SeededTestKit",
                "TestSupport", "comxfailover",
            ],
            swiftSettings: strict),
    ]
)

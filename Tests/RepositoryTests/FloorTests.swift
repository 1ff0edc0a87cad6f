import Testing

@Suite struct FloorTests {
    @Test func `every target imports lower floors only`() {
        let violations = Floors.violations(in: Repository.swiftFiles)
        Violation.expectNone(violations)
    }

    @Test func `every target of the package has a floor`() throws {
        let package = try #require(Repository.files.first { $0.path == "Package.swift" })
        let names = package.text.matches(of: /[tT]arget\(\s*name: "([^"]+)"/).map { String($0.1) }
        let homeless = names.filter { name in
            Floors.floors[name] == nil && !Floors.tools.contains(name) && !isForTests(name)
        }
        #expect(names.count > 10)
        #expect(homeless.isEmpty, "\(homeless) have no floor; give them one in Floors.swift and ARCHITECTURE.md")
    }

    @Test(arguments: [
        ("Sources/PairLogic/A.swift", "import ReplicaLogic"), ("Sources/PairLogic/A.swift", "import Foundation"),
        ("Sources/Vocabulary/A.swift", "@preconcurrency import Ports"),
        ("Sources/PeerLink/A.swift", "package import MariaStore"), ("Sources/WebConsole/A.swift", "import CMariaDB"),
        ("Sources/Wire/A.swift", "import struct Foundation.Data"), ("Sources/Attic/A.swift", "let a = 1"),
    ])
    func `an import that breaks the floors is found`(path: String, text: String) {
        let file = SwiftFile(RepositoryFile(path: path, text: text + "\n// import Testing\n"))
        #expect(Floors.violations(in: [file]).count == 1)
    }

    @Test(arguments: [
        ("Sources/PairLogic/A.swift", "import Vocabulary"), ("Sources/MariaStore/A.swift", "import CMariaDB"),
        ("Sources/HostSystem/A.swift", "import Foundation"), ("Sources/Wire/A.swift", "import Crypto"),
    ])
    func `an import that keeps the floors is not`(path: String, text: String) {
        #expect(Floors.violations(in: [SwiftFile(RepositoryFile(path: path, text: text))]).isEmpty)
    }

    private func isForTests(_ name: String) -> Bool {
        ["Tests", "Support", "Kit"].contains { name.hasSuffix($0) }
    }
}

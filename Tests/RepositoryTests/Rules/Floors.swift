import Foundation

/// Which room lies on which floor: a target imports only lower floors, never a neighbour.
enum Floors {
    static let floors: [String: Int] = [
        "Vocabulary": 0,
        "PairLogic": 1, "ReplicaLogic": 1, "HotelLogic": 1, "Wire": 1, "AsteriskText": 1, "Settings": 1,
        "Ports": 2, "Simulation": 2,
        "MariaStore": 3, "CMariaDB": 2, "AsteriskLink": 3, "PeerLink": 3, "HotelLink": 3, "HostSystem": 3,
        "NodeServices": 4,
        "WebConsole": 5, "Doctor": 5,
        "comxfailover": 6,
    ]

    /// Targets that decide in plain values, and all they may import besides lower floors.
    static let pure: [String: Set<String>] = [
        "Vocabulary": [], "PairLogic": [], "ReplicaLogic": [], "HotelLogic": [], "AsteriskText": [],
        "Simulation": [], "Wire": ["Crypto"], "Settings": ["Foundation", "Yams"],
    ]

    /// The one target, besides tests, that talks to libmariadb.
    private static let storeTargets: Set = ["MariaStore"]

    static func violations(in files: [SwiftFile]) -> [Violation] {
        files.flatMap { file in
            guard file.file.isIn("Sources"), let target = file.target else { return [Violation]() }
            guard let floor = floors[target] else { return tools.contains(target) ? [] : [unknown(file, target)] }
            return imports(of: file).compactMap { line, module in
                fault(of: target, floor, importing: module).map {
                    Violation(file.file.path, line, "\(target) imports \(module)", cure: $0)
                }
            }
        }
    }

    /// Programs beside the house that may look into every room.
    static let tools: Set = [
        "Benchmarks", "comxfailover-bench", "Demo", "comxfailover-demo", "DemoHotel", "Lab", "comxfailover-lab",
    ]

    private static func unknown(_ file: SwiftFile, _ target: String) -> Violation {
        Violation(
            file.file.path, nil, "\(target) has no floor", cure: "give it one in Floors.swift and ARCHITECTURE.md")
    }

    private static func fault(of target: String, _ floor: Int, importing module: String) -> String? {
        if module == "CMariaDB" { return storeTargets.contains(target) ? nil : "only MariaStore talks to libmariadb" }
        if let other = floors[module] {
            return other < floor ? nil : "only floors below \(floor) may be imported; pass a value or a port instead"
        }
        guard let allowed = pure[target], !allowed.contains(module) else { return nil }
        return "a pure target decides in plain values; do this at the edge"
    }

    /// The modules a file imports, with their lines.
    static func imports(of file: SwiftFile) -> [(line: Int, module: String)] {
        file.code.lines.enumerated().compactMap { index, line in
            let words = line.split(separator: " ").drop { $0.hasPrefix("@") || accessLevels.contains(String($0)) }
            guard words.first == "import",
                let name = words.dropFirst().drop(while: { kinds.contains(String($0)) }).first
            else { return nil }
            return (index + 1, String(name.prefix { $0 != "." }))
        }
    }

    private static let accessLevels: Set = ["public", "package", "internal", "private", "fileprivate"]
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
}

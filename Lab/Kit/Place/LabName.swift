/// What tells one lab from another on a machine: its namespaces, its folder and its processes carry it.
package struct LabName: Sendable, Hashable {
    /// What every namespace of any lab begins with.
    package static let namespacePrefix = "cxf-"
    /// The environment variable that every process of a lab has.
    static let variable = "COMXFAILOVER_LAB"

    package let tag: String

    package init(tag: String) { self.tag = tag }

    /// A lab that lasts, of a checkout: the same name each time.
    package init(of path: String) {
        tag = String(path.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }, radix: 36)
    }

    /// A lab of one test.
    package static func fresh() -> LabName { LabName(tag: String(UInt32.random(in: 0...UInt32.max), radix: 36)) }

    package func namespace(_ place: LabPlace) -> NetworkNamespace {
        NetworkNamespace(name: "\(prefix)\(place.word)")
    }

    /// What this lab's namespaces begin with.
    var prefix: String { "\(Self.namespacePrefix)\(tag)-" }

    /// How a process shows that it belongs to this lab.
    var mark: String { "\(Self.variable)=\(tag)" }
}

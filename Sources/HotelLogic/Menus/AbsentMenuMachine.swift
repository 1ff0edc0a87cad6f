/// The menu of a feature that cannot be had.
package struct AbsentMenuMachine: MenuMachine, Equatable {
    package init() {}

    package mutating func began() -> MenuStep { .end([.sound(.sorry), .sound(.notAvailable)], .done) }

    package mutating func heard(_ digits: String) -> MenuStep { began() }

    package mutating func answered(_ answer: MenuAnswer) -> MenuStep { began() }
}

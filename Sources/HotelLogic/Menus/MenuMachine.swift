/// What a caller hears and may do, one step after another. It says nothing and does nothing itself.
///
/// After `listen` it is given the digits, after `ask` the answer. Whatever a caller does, it comes to an end.
package protocol MenuMachine: Sendable {
    mutating func began() -> MenuStep
    /// The digits that were pressed, without the `#` that ended them; none where nobody pressed a key in time.
    mutating func heard(_ digits: String) -> MenuStep
    mutating func answered(_ answer: MenuAnswer) -> MenuStep
}

extension MenuMachine {
    /// What a caller hears whose wish is not granted.
    func regret(_ refusal: MenuRefusal) -> MenuStep {
        switch refusal {
        case .invalid, .notHere: .end([.sound(.sorry), .sound(.notAvailable)], .done)
        case .notNow: .end([.sound(.sorry), .sound(.tryLater)], .done)
        }
    }
}

import HotelLogic
import Logging
import Ports
import Vocabulary
import Wire

/// Answers the calls that the dialplan hands over for a feature: finds the menu, takes the caller through it, and tells
/// the dialplan how it ended.
package struct MenuService: AGIAnswering {
    /// The variable in which the dialplan reads how a menu ended; without it, it did not end well.
    static let ending = "FEATURE_ENDING"
    /// What the dialplan calls for.
    static let script = "feature"

    private let desk: any MenuDeskPort
    private let board: NodeBoard
    private let logger: Logger
    private let takesWakeUps: @Sendable () -> Bool

    /// - Parameter takesWakeUps: whether wake-ups are accepted here now, though the other node owns the guests.
    package init(
        desk: any MenuDeskPort, board: NodeBoard, logger: Logger,
        takesWakeUps: @escaping @Sendable () -> Bool = { false }
    ) {
        self.takesWakeUps = takesWakeUps
        self.desk = desk
        self.board = board
        self.logger = logger
    }

    package func answer(_ call: any AGICallPort) async {
        let environment = call.environment
        let arguments = environment.arguments
        guard environment.script == Self.script, let feature = arguments.first.flatMap(HotelFeature.init) else {
            let script = environment.script
            return logger.warning("a call was handed over for no feature", metadata: ["script": "\(script)"])
        }
        let caller = MenuCaller(environment)
        do throws(AGIFailure) {
            let ending = try await ending(of: feature, digits: arguments.count > 3 ? arguments[3] : "", caller, call)
            _ = try await call.ask(.setVariable(Self.ending, ending.rawValue))
        } catch {
            logger.debug("a caller left a menu", metadata: ["feature": "\(feature.rawValue)", "reason": "\(error)"])
        }
    }

    private func ending(
        of feature: HotelFeature, digits: String, _ caller: MenuCaller, _ call: any AGICallPort
    ) async throws(AGIFailure) -> MenuEnding {
        guard isDoneHere(feature, caller) else { return .elsewhere }
        var run = MenuRun(call: call, desk: desk, caller: caller)
        guard let menu = feature.menu(digits, for: caller) else { return try await run.run(AbsentMenuMachine()) }
        return try await run.run(menu)
    }

    /// The dialplan may not have heard yet who owns the guest scope; this node knows.
    private func isDoneHere(_ feature: HotelFeature, _ caller: MenuCaller) -> Bool {
        if feature.isPersonal(to: caller) || (feature.isOfWakeUps && takesWakeUps()) { return true }
        return board.read { content in content.scopes.first { $0.scope == .guest }?.owner } == board.mode
    }
}

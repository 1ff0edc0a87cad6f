import AsteriskText
import HotelLogic
import PairLogic

/// What a telephony configuration comes to on this node: the files, and what stands against them.
struct TelephonyRendering {
    let files: RenderedFiles
    /// Entries that are no sound value.
    let leftOut: [TelephonyTrouble]
    /// What Asterisk would stumble over.
    let findings: [LintFinding]
    let phones: HousePhones

    /// - Parameter finish: adds what is no part of the plan, such as the manager's account.
    init(_ configuration: TelephonyConfiguration, node: PlanningNode, finish: (RenderedFiles) -> RenderedFiles) {
        let planning = TelephonyPlanning(configuration, node: node)
        let files = RenderedFiles(planning.plan)
        leftOut = planning.leftOut
        phones = HousePhones(planning.plan)
        findings = Lint.findings(in: files)
        self.files = finish(files)
    }
}

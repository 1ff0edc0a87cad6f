import HotelLogic
import Testing
import Vocabulary

/// Codes that a house chooses for its features.
@Suite struct FeatureCodeTests {
    private var house = House()

    private func code(_ feature: HotelFeature) -> String? {
        house.configuration.settings.features.first { $0.feature == feature }?.code.description
    }

    @Test mutating func `a house has the standard codes, and its own in their place`() throws {
        #expect(house.configuration.settings.features == FeatureCode.standard)
        let words = "wake-up=*50, message=none"
        try house.edit(.edit, .telephonySettings, ["house"], ["feature-codes": words, "voicemail-code": "*98"])
        #expect(code(.wakeUp) == "*50")
        #expect(code(.message) == nil)
        #expect(code(.voicemail) == "*98")
        #expect(code(.doNotDisturbOn) == "*78")
        #expect(house.configuration.settings.featureCodes == ["message=none", "wake-up=*50"])
        try house.edit(.edit, .telephonySettings, ["house"], ["feature-codes": ""])
        #expect(code(.wakeUp) == "*55")
    }

    @Test mutating func `what is no code of a feature is refused, and so is one that means something else`() throws {
        try house.edit(.add, .extensions, ["201", "5055"])
        for words in [
            "dance=*50", "wake-up", "wake-up=", "wake-up=50x", "wake-up=*50 wake-up=*51", "voicemail=*50", "wake-up=1",
            "wake-up=*78", "wake-up=5055", "wake-up=112", "wake-up=*97",
        ] {
            let lines = house.refusal(.edit, .telephonySettings, ["house"], ["feature-codes": words])
            #expect(lines.count == 1, "\(words)")
        }
        #expect(house.refusal(.add, .speedDials, ["*55"], ["number": "201"])[0].contains("the code of a feature"))
    }

    @Test mutating func `a speed dial that was there before a feature had its code stays one`() throws {
        try house.edit(.edit, .telephonySettings, ["house"], ["feature-codes": "wake-up=*50"])
        try house.edit(.add, .speedDials, ["*55"], ["number": "9030555"])
        house.configuration.settings.featureCodes = []
        let node = PlanningNode(
            mode: .primary, systemName: try TelephonyName("primary"), timeZone: try ZoneName("Europe/Berlin"))
        let plan = TelephonyPlanning(house.configuration, node: node).plan
        #expect(!plan.featureCodes.contains { $0.feature == .wakeUp })
        #expect(plan.speedDials.map(\.code.description) == ["*55"])
    }

    @Test mutating func `what another program wrote down for a feature and is none counts for nothing`() {
        house.configuration.settings.featureCodes = ["nonsense", "wake-up=", "wake-up=(", "dance=*50", "message=*58"]
        #expect(code(.wakeUp) == "*55")
        #expect(code(.message) == "*58")
    }
}

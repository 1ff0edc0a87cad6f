import Vocabulary

extension RenderedFiles {
    /// Stands for the generation until it is known.
    static let generationPlace = "GENERATION-OF-THESE-FILES"

    /// Renders a plan.
    package init(_ plan: TelephonyPlan) {
        let plan = plan.inOrder
        var texts: [String: String]
        switch plan.profile {
        case .plain: texts = Self.plainTexts(plan)
        case .freePBX: texts = FreePBXText(plan).texts
        }
        let generation = Generation.of(texts)
        for (name, text) in texts { texts[name] = text.replacing(Self.generationPlace, with: generation) }
        let reading = AsteriskFileReading(texts: texts)
        self.init(
            texts: texts, hooks: plan.profile == .plain ? [] : FreePBXText.hooks,
            expectation: LoadExpectation(
                generation: generation, endpoints: reading.objects("endpoint").count,
                aors: reading.objects("aor").count,
                contexts: reading.contexts))
    }

    private static func plainTexts(_ plan: TelephonyPlan) -> [String: String] {
        var texts = PJSIPText(plan).texts
        texts.merge(DialplanText(plan).texts) { _, new in new }
        texts.merge(VoicemailText(plan).texts) { _, new in new }
        texts.merge(RecordText.texts) { _, new in new }
        texts["rtp.conf"] = SystemText.rtp(plan.sip)
        texts["modules.conf"] = SystemText.modules
        return texts
    }
}

extension TelephonyPlan {
    /// The same plan with everything whose order does not matter in one order, so that equal plans give equal files.
    var inOrder: TelephonyPlan {
        var plan = self
        plan.classes.sort { $0.code < $1.code }
        plan.staff.sort { $0.number < $1.number }
        plan.guests.sort { $0.number < $1.number }
        plan.gateways.sort { $0.name < $1.name }
        for index in plan.gateways.indices { plan.gateways[index].lines.sort { $0.port < $1.port } }
        plan.rooms.sort { $0.number < $1.number }
        plan.ringGroups.sort { $0.number < $1.number }
        plan.speedDials.sort { $0.code < $1.code }
        plan.featureCodes.sort { $0.code < $1.code }
        return plan
    }
}

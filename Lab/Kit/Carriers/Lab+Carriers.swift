import Vocabulary

extension Lab {
    /// Where the crowd's common address on the hotel's network is.
    private static let crowdPlace = LabPlace.lan(240)

    /// The carrier in the outside world; answering begins when it is told to.
    package func carrier() async throws -> LabCarrier {
        try await carrier(at: .outside(50), address: LabAddresses.carrier, word: "outside")
    }

    /// A gateway to the telephone network that stands in the hotel and needs no uplink.
    package func onSiteCarrier() async throws -> LabCarrier {
        try await carrier(at: .lan(50), address: LabAddresses.onSiteCarrier, word: "on-site")
    }

    private func carrier(at place: LabPlace, address: String, word: String) async throws -> LabCarrier {
        let namespace = name.namespace(place)
        if !namespace.exists { _ = try await network.attach(place) }
        return LabCarrier(lab: name, namespace: namespace, address: address, folder: folder.carrier(word))
    }

    /// Registers the crowd of the plan at a server, from the hotel's network, each phone at a port of its own, as fast
    /// as it goes.
    ///
    /// - Parameter rate: how many begin each second.
    package func registerCrowd(
        _ count: Int, at host: String, rate: Int = 1_000, within limit: Duration = .seconds(60)
    ) async throws -> SippOutcome {
        let namespace = name.namespace(Self.crowdPlace)
        if !namespace.exists { _ = try await network.attach(Self.crowdPlace) }
        let sipp = LabSipp(
            lab: name, namespace: namespace, folder: folder.carrier("crowd"), scenario: .registering)
        let lines = (0..<count).map { index in
            let number = LabPlan.crowdStart + index
            return "\(number);[authentication username=\(number) password=\(LabPlan.password)]"
        }
        return try await sipp.run(
            [
                "-i", "\(LabAddresses.lan).240", "-t", "un", "-max_socket", "\(count + 100)", "-m", "\(count)", "-l",
                "\(count)", "-r", "\(rate)", "\(host):5060",
            ], lines: lines, within: limit)
    }
}

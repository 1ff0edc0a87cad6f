import Vocabulary

extension RingGroupEntry {
    func ringGroup() throws(TelephonyFault) -> RingGroup {
        RingGroup(
            number: try ExtensionNumber(number), name: name, strategy: strategy == .together ? .together : .inTurn,
            ringSeconds: ringSeconds, members: try members.read(ExtensionNumber.init),
            overflow: try overflow.read(ExtensionNumber.init), isEnabled: isEnabled)
    }
}

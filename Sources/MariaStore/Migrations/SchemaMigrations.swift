/// Every step that this program knows, in the order in which they are applied.
package enum SchemaMigrations {
    package static var all: [SchemaMigration] {
        (ReplicaMigrations.all + hotel).sorted { $0.number < $1.number }
    }

    /// The hotel's tables, one file per step.
    static let hotel: [SchemaMigration] = [
        .classOfService, .staffExtensions, .guestExtensions, .rooms, .stays, .roomState, .wakeUps, .wakeUpLedger,
        .callRecords, .users, .speedDials, .personalSettings, .ringGroups, .telephonySettings, .nodeTrunks,
        .nodeSIPSettings, .gatewayDevices, .asteriskFamilies, .presentStays, .callReading, .gatewaysFromAfar,
        .wakeUpLines, .stayLedger, .boxOrders, .featureCodes, .boxOrdersAhead,
    ]
}

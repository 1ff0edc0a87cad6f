import HotelLogic
import Vocabulary

/// The telephony configuration in its tables: read at one moment, and written as the difference of two.
struct TelephonyTables {
    let session: MariaSession

    /// Everything; within a transaction, at one moment.
    func read() throws -> TelephonyConfiguration {
        var configuration = TelephonyConfiguration()
        configuration.classes = try ClassRows.read(session)
        configuration.extensions = try ExtensionRows.read(session)
        configuration.rooms = try RoomRows.read(session)
        configuration.gateways = try GatewayRows.read(session)
        configuration.ringGroups = try RingGroupRows.read(session)
        configuration.settings = try TelephonySettingsRows.read(session)
        configuration.speedDials = try SpeedDialRows.read(session)
        configuration.personal = try PersonalRows.read(session)
        configuration.trunks = try TrunkRows.read(session)
        configuration.routes = try RouteRows.read(session)
        configuration.sip = try SIPSettingsRows.read(session)
        configuration.arrange()
        return configuration
    }

    /// Writes what is different: children go first and come last, so that every reference holds at each statement.
    func write(_ configuration: TelephonyConfiguration, over former: TelephonyConfiguration) throws {
        var configuration = configuration
        var former = former
        // The standard classes stand in no table: the first change of one writes all of them.
        if configuration.classes != former.classes {
            former.classes = try ClassRows.stored(session)
        } else {
            configuration.classes = []
            former.classes = []
        }
        let differences = zip(Self.rows(of: configuration), Self.rows(of: former)).map { $0.difference(from: $1) }
        let children = differences.filter(\.rows.isChild)
        let parents = differences.filter { !$0.rows.isChild }
        for difference in children { try difference.takeAway(on: session) }
        for difference in parents.reversed() { try difference.takeAway(on: session) }
        for difference in parents { try difference.putIn(on: session) }
        for difference in parents { try difference.change(on: session) }
        for difference in children { try difference.putIn(on: session) }
    }

    /// The tables in the order parents before children.
    private static func rows(of configuration: TelephonyConfiguration) -> [TableRows] {
        TelephonySettingsRows.rows(of: configuration.settings) + ExtensionRows.rows(of: configuration.extensions)
            + ClassRows.rows(of: configuration.classes) + SpeedDialRows.rows(of: configuration.speedDials)
            + PersonalRows.rows(of: configuration.personal) + RoomRows.rows(of: configuration.rooms)
            + GatewayRows.rows(of: configuration.gateways)
            + RingGroupRows.rows(of: configuration.ringGroups) + TrunkRows.rows(of: configuration.trunks)
            + RouteRows.rows(of: configuration.routes) + SIPSettingsRows.rows(of: configuration.sip)
    }

    /// Every table that the configuration is read from.
    static var names: [TableName] {
        rows(of: TelephonyConfiguration()).compactMap { TableName($0.table) }
    }
}

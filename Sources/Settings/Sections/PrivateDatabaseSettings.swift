/// Section `database.private`: the MariaDB that the node runs for itself.
package struct PrivateDatabaseSettings: Sendable, Equatable {
    /// `database.private.folder`: its data folder, an absolute path. Default: `mariadb` in the state folder.
    package var folder: String?
    /// `database.private.port`: TCP, 1 to 65535; the peer reads the feed there. Default 3306.
    package var port: UInt16 = 3306
    /// `database.private.bind_address`: the address it listens on. Default: the local host.
    package var bindAddress: String?
    /// `database.private.buffer_pool`: memory for cached pages, a number with `M` or `G`. Default `128M`.
    package var bufferPool = "128M"
    /// `database.private.extra_options`: further options for `mariadbd`, each as `name=value` or `name`,
    /// at most `extraOptionsMax`. Default: none. Those the node sets itself are refused.
    package var extraOptions: [String] = []

    /// The most further options that are accepted.
    package static let extraOptionsMax = 64

    package init() {}
}

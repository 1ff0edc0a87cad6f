/// The configuration that an Asterisk of the tests starts with: everything it needs and nothing of a hotel.
package struct AsteriskFiles: Sendable, Hashable {
    /// Who may log in at the manager.
    package static let managerUser = "comxfailover"
    package static let managerSecret = "a-secret-of-the-tests"

    /// Modules that would open ports which several instances on one host would fight over, or that only complain.
    private static let unwanted = [
        "chan_iax2", "chan_unistim", "chan_mgcp", "chan_skinny", "pbx_dundi", "res_config_ldap", "res_config_pgsql",
        "res_config_sqlite3", "res_phoneprov", "cdr_pgsql", "cel_pgsql", "cdr_radius", "cel_radius", "cdr_tds",
        "cel_tds",
        "cdr_odbc", "cel_odbc", "cdr_adaptive_odbc", "cdr_sqlite3_custom", "cel_sqlite3_custom", "res_xmpp",
        "chan_motif", "res_stun_monitor", "res_snmp", "chan_dahdi", "res_hep", "app_voicemail_odbc",
        "app_voicemail_imap",
    ]

    /// Each file of the configuration folder by its name.
    package var texts: [String: String]

    /// - Parameters:
    ///   - folder: the instance's own folder, seen from inside and outside alike.
    ///   - systemName: distinguishes the instance's call ids.
    init(folder: String, place: AsteriskPlace, program: AsteriskProgram, systemName: String) {
        texts = [
            "asterisk.conf": Self.main(folder, modules: program.modules, systemName: systemName),
            "modules.conf": "[modules]\nautoload=yes\n" + Self.unwanted.map { "noload=\($0).so\n" }.joined(),
            "logger.conf": "[general]\n[logfiles]\nmessages => notice,warning,error\n",
            "manager.conf": Self.manager(place),
            "pjsip.conf": Self.transports(place),
            "extensions.conf": "[general]\nstatic=yes\nwriteprotect=yes\n[default]\n",
            "rtp.conf": "[general]\nrtpstart=20000\nrtpend=29999\n",
            "cdr.conf": "[general]\nenable=yes\n",
            "cel.conf": "[general]\nenable=no\n",
            "features.conf": "[general]\n",
            "indications.conf": "[general]\ncountry=us\n[us]\ndescription=United States\nringcadence=2000,4000\n",
            "musiconhold.conf": "[default]\nmode=files\ndirectory=moh\n",
            "voicemail.conf": "[general]\nformat=wav\n[default]\n",
        ]
    }

    private static func main(_ folder: String, modules: String, systemName: String) -> String {
        """
        [directories]
        astetcdir => \(folder)/etc
        astmoddir => \(modules)
        astvarlibdir => \(folder)/lib
        astdbdir => \(folder)/database
        astkeydir => \(folder)/lib
        astdatadir => /usr/share/asterisk
        astagidir => \(folder)/lib/agi-bin
        astspooldir => \(folder)/spool
        astrundir => \(folder)/run
        astlogdir => \(folder)/log
        astsbindir => /usr/sbin
        [options]
        systemname = \(systemName)
        documentation_language = en_US

        """
    }

    private static func manager(_ place: AsteriskPlace) -> String {
        """
        [general]
        enabled=yes
        bindaddr=\(place.host)
        port=\(place.managerPort)
        [\(managerUser)]
        secret=\(managerSecret)
        read=system,call,user,reporting,command,dialplan,cdr
        write=all

        """
    }

    static func transports(_ place: AsteriskPlace) -> String {
        """
        [global]
        type=global
        user_agent=Asterisk
        [transport-udp]
        type=transport
        protocol=udp
        bind=\(place.host):\(place.sipPort)
        [transport-tcp]
        type=transport
        protocol=tcp
        bind=\(place.host):\(place.sipPort)

        """
    }
}

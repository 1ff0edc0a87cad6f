/// Section `provisioning`: what phones and gateways are told, and the service from which they fetch it.
package struct ProvisioningSettings: Sendable, Equatable {
    /// `provisioning.enabled`: whether phones get files from this node. Default false.
    package var isEnabled = false
    /// `provisioning.certificate`: a PEM file with the certificate that phones are shown, and what leads to an
    /// authority behind it. Default: the node's own, signed by the pair. Together with `private_key`.
    package var certificate: String?
    /// `provisioning.private_key`: a PEM file with its key. Default: the node's own.
    package var privateKey: String?
    /// `provisioning.templates`: the folder whose templates override those that come with the program.
    /// Default `/etc/comxfailover/templates`.
    package var templates = "/etc/comxfailover/templates"
    /// `provisioning.primary_host`: the Primary as phones reach it, its public address for instance.
    /// Default: the Primary's address in this file.
    package var primaryHost: String?
    /// `provisioning.primary_sip_port`: 1 to 65535. Default 5060.
    package var primarySIPPort: UInt16 = 5060
    /// `provisioning.secondary_host`: the Secondary as phones reach it. Default: the Secondary's address in this file.
    package var secondaryHost: String?
    /// `provisioning.secondary_sip_port`: 1 to 65535. Default 5060.
    package var secondarySIPPort: UInt16 = 5060
    /// `provisioning.transport`: what carries SIP: `udp`, `tcp` or `tls`. Default `udp`.
    package var transport = PhoneTransportName.udp
    /// `provisioning.expiry_seconds`: for how long a phone's registration holds, 30 to 3600 seconds. Default 60.
    package var expiry: Duration = .seconds(60)
    /// `provisioning.failback_seconds`: how often a phone on its backup looks whether its first server is back,
    /// 60 to 3600 seconds. Default 60.
    package var failback: Duration = .seconds(60)
    /// `provisioning.language`: the language of the phones' menus, two letters. Default `en`.
    package var language = "en"
    /// `provisioning.time_server`: where phones get the time. Default: left to DHCP and to the phone.
    package var timeServer: String?
    /// `provisioning.codecs`: what phones speak, the preferred one first. Default `pcmu`, `pcma`, `g722`.
    package var codecs: [PhoneCodecName] = [.pcmu, .pcma, .g722]

    package init() {}
}

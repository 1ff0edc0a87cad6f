import Vocabulary

extension LabAsteriskFiles {
    /// Phones, the trunk to the peer and the carrier.
    var pjsip: String { transports + templates + phones + trunk + carrier }

    private var transports: String {
        let outside = addresses.external(mode).map {
            """
            local_net=\(LabAddresses.lan).0/24
            local_net=10.0.0.0/8
            external_media_address=\($0)
            external_signaling_address=\($0)

            """
        }
        return """
            [global]
            type=global
            user_agent=Asterisk
            endpoint_identifier_order=auth_username,username,ip
            [transport-udp]
            type=transport
            protocol=udp
            bind=0.0.0.0:5060
            \(outside ?? "")
            [transport-tcp]
            type=transport
            protocol=tcp
            bind=0.0.0.0:5060
            \(outside ?? "")

            """
    }

    private var templates: String {
        """
        [phone](!)
        type=endpoint
        context=phones
        disallow=all
        allow=ulaw
        direct_media=no
        rewrite_contact=yes
        rtp_symmetric=yes
        force_rport=yes
        timers=no
        [phone-place](!)
        type=aor
        max_contacts=1
        remove_existing=yes
        minimum_expiration=5
        default_expiration=60
        qualify_frequency=5
        qualify_timeout=2

        """
    }

    private var phones: String {
        let crowd = Set(plan.all.dropFirst(plan.extensions.count))
        return plan.all.map { number in
            // A crowd of thousands is not asked every few seconds whether it is still there.
            let quiet = crowd.contains(number) ? "qualify_frequency=0\n" : ""
            return """
                [\(number)](phone)
                auth=\(number)
                aors=\(number)
                callerid=\(number) <\(number)>
                [\(number)]
                type=auth
                username=\(number)
                password=\(LabPlan.password)
                [\(number)](phone-place)
                \(quiet)
                """
        }.joined(separator: "\n") + "\n"
    }

    private var trunk: String {
        """
        [\(LabPlan.trunk)]
        type=endpoint
        context=from-peer
        disallow=all
        allow=ulaw
        identify_by=auth_username
        auth=\(LabPlan.trunk)
        outbound_auth=\(LabPlan.trunk)
        aors=\(LabPlan.trunk)
        direct_media=no
        timers=no
        [\(LabPlan.trunk)]
        type=auth
        username=\(LabPlan.trunk)
        password=\(LabPlan.trunkSecret)
        [\(LabPlan.trunk)]
        type=aor
        contact=sip:\(addresses.peerLink(mode.peer)):5060
        qualify_frequency=2
        qualify_timeout=1
        qualify_2xx_only=yes
        authenticate_qualify=yes

        """
    }

    private var carrier: String {
        """
        [carrier]
        type=endpoint
        context=from-carrier
        disallow=all
        allow=ulaw
        direct_media=no
        timers=no
        aors=carrier
        [carrier]
        type=aor
        contact=sip:\(LabAddresses.carrier):5060
        [carrier]
        type=identify
        endpoint=carrier
        match=\(LabAddresses.carrier)
        match=\(LabAddresses.onSiteCarrier)

        """
    }
}

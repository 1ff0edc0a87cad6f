extension BuiltInTemplate {
    /// Cisco SPA phones and SPA1xx, ATA19x adapters.
    static let cisco = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <flat-profile>
        {{#accounts}}
        {{! The extension itself: what it is called, and what it logs in with. [public] }}
        <Line_Enable_{{line}}_>Yes</Line_Enable_{{line}}_>
        <Display_Name_{{line}}_>{{display_name}}</Display_Name_{{line}}_>
        <User_ID_{{line}}_>{{user}}</User_ID_{{line}}_>
        <Password_{{line}}_>{{password}}</Password_{{line}}_>
        <Use_Auth_ID_{{line}}_>No</Use_Auth_ID_{{line}}_>
        {{! Servers in order, separated by a bar: staff, the Primary first; rooms, the Secondary first. Firmware that
            does not know the list takes a name with SRV records instead. The list is from the [guide], ports in it
            are [unverified] }}
        <Proxy_{{line}}_>{{#servers}}{{address}}:{{port}}{{separator}}{{/servers}}</Proxy_{{line}}_>
        {{! Normal: the order of the list, not the port of an SRV record, ranks the servers. [guide] }}
        <Proxy_Redundancy_Method_{{line}}_>Normal</Proxy_Redundancy_Method_{{line}}_>
        {{! Seconds between two looks whether the first server is back; by default 3600. [guide] }}
        <Proxy_Fallback_Intvl_{{line}}_>{{failback_seconds}}</Proxy_Fallback_Intvl_{{line}}_>
        {{! No: registered with one server at a time; and it registers anew when it moves. [guide] }}
        <Dual_Registration_{{line}}_>No</Dual_Registration_{{line}}_>
        <Auto_Register_When_Failover_{{line}}_>Yes</Auto_Register_When_Failover_{{line}}_>
        {{! It registers, and neither calls nor answers where it is not registered. [public] }}
        <Register_{{line}}_>Yes</Register_{{line}}_>
        <Make_Call_Without_Reg_{{line}}_>No</Make_Call_Without_Reg_{{line}}_>
        <Ans_Call_Without_Reg_{{line}}_>No</Ans_Call_Without_Reg_{{line}}_>
        {{! Seconds that a registration holds; by default 3600. [guide] }}
        <Register_Expires_{{line}}_>{{expiry_seconds}}</Register_Expires_{{line}}_>
        {{! UDP, TCP or TLS. [public] }}
        <SIP_Transport_{{line}}_>{{first.transport}}</SIP_Transport_{{line}}_>
        {{! The address above is used as it stands, without SRV. [public] }}
        <Use_DNS_SRV_{{line}}_>No</Use_DNS_SRV_{{line}}_>
        {{! A message to the server that keeps NAT open; this family sends NOTIFY where others send OPTIONS. [public] }}
        <NAT_Keep_Alive_Enable_{{line}}_>Yes</NAT_Keep_Alive_Enable_{{line}}_>
        <NAT_Keep_Alive_Msg_{{line}}_>$NOTIFY</NAT_Keep_Alive_Msg_{{line}}_>
        <NAT_Keep_Alive_Dest_{{line}}_>$PROXY</NAT_Keep_Alive_Dest_{{line}}_>
        {{! Seconds that a subscription to lamps holds: short, so that it soon follows a move. [public] }}
        <Subscription_Expires_{{line}}_>{{expiry_seconds}}</Subscription_Expires_{{line}}_>
        {{! The codec that is offered first. [public] }}
        <Preferred_Codec_{{line}}_>{{preferred_codec.name}}</Preferred_Codec_{{line}}_>
        <Use_Pref_Codec_Only_{{line}}_>No</Use_Pref_Codec_Only_{{line}}_>
        {{! No: features are not kept in step with a server that knows nothing of this way of doing it. [public] }}
        <Feature_Key_Sync_{{line}}_>No</Feature_Key_Sync_{{line}}_>
        {{/accounts}}
        {{! Seconds before a registration is tried again, shortly and after a refusal (1200 by default). [guide] }}
        <Reg_Retry_Intvl>20</Reg_Retry_Intvl>
        <Reg_Retry_Long_Intvl>60</Reg_Retry_Long_Intvl>
        {{! The longest registration that is accepted from a server; by default 7200. [guide] }}
        <Reg_Max_Expires>{{expiry_seconds}}</Reg_Max_Expires>
        {{! Answers after which the other server is tried, and after which a registration is. The names are from the
            [guide], the pattern is [unverified] }}
        <Try_Backup_RSC>5??</Try_Backup_RSC>
        <Retry_Reg_RSC>5??</Retry_Reg_RSC>
        {{! Seconds until a silent server is given up: for calls (32 by default) and for registering (16). [guide] }}
        <SIP_Timer_B>8</SIP_Timer_B>
        <SIP_Timer_F>8</SIP_Timer_F>
        {{! This family asks for no session timers; they are not to be turned on. [unverified] }}
        <SIP_Session_Timer>No</SIP_Session_Timer>
        {{#guest}}
        {{! No: no do-not-disturb and no forwarding in the phone of a room; the servers know both. [public] }}
        <DND_Serv>No</DND_Serv>
        <Cfwd_All_Serv>No</Cfwd_All_Serv>
        <Cfwd_Busy_Serv>No</Cfwd_Busy_Serv>
        <Cfwd_No_Ans_Serv>No</Cfwd_No_Ans_Serv>
        {{/guest}}
        {{! The clock: offset of standard time, then daylight saving. [public] }}
        <Time_Zone>GMT{{zone.offset_clock}}</Time_Zone>
        {{#zone.daylight}}
        {{! month/day/weekday/time: day -1 is the last such weekday, otherwise the first from that day on; 7 is
            Sunday. [public] }}
        <Daylight_Saving_Time_Rule>start={{start.month}}/{{start.day}}/\#
        {{start.weekday_from_monday}}/{{start.hour}}:0:0;\#
        end={{end.month}}/{{end.day}}/{{end.weekday_from_monday}}/{{end.hour}}:0:0;\#
        save={{save_clock}}</Daylight_Saving_Time_Rule>
        <Daylight_Saving_Time_Enable>Yes</Daylight_Saving_Time_Enable>
        {{/zone.daylight}}
        {{^zone.daylight}}
        {{! No daylight saving. [public] }}
        <Daylight_Saving_Time_Enable>No</Daylight_Saving_Time_Enable>
        {{/zone.daylight}}
        {{#time_server}}
        {{! Where the phone gets the time. [public] }}
        <Primary_NTP_Server>{{time_server}}</Primary_NTP_Server>
        {{/time_server}}
        {{! What stands on the display at rest. [public] }}
        <Station_Name>{{model}}</Station_Name>
        </flat-profile>

        """#
}

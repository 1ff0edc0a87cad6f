import HotelLogic
import Testing
import Vocabulary

@testable import AsteriskText

@Suite struct FeatureTextTests {
    private func steps(_ program: String) -> [String] { program.split(separator: "\n").map(String.init) }

    @Test func `every code of the house leads to its feature, with digits where it takes any`() throws {
        let house = RenderedFiles(try SampleHouse.plan()).texts["comxfailover/extensions-house.conf"] ?? ""
        for code in FeatureCode.standard {
            let step = "exten => \(code.code),1,Gosub(feature,s,1(\(code.feature.rawValue),,${EXTEN}))"
            #expect(house.contains(step), "\(code.code)")
            #expect(house.contains("exten => _\(code.code).,1,Gosub(feature") == code.takesDigits, "\(code.code)")
        }
        #expect(Set(FeatureCode.standard.map(\.code)).count == FeatureCode.standard.count)
        #expect(Set(FeatureCode.standard.map(\.feature)).count == HotelFeature.allCases.count)
    }

    @Test func `a channel has an end before the daemon gets it, none after, and its end leads somewhere`() throws {
        let steps = steps(DialplanProgram.features)
        let handed = try #require(steps.firstIndex { $0.contains("AGI(${FAST_AGI}") })
        #expect(steps[handed - 1].contains("Set(TIMEOUT(absolute)=${DAEMON_SECONDS})"))
        #expect(steps[handed - 2].contains("Set(AGIEXITONHANGUP=yes)"))
        #expect(steps[handed + 1].contains("Set(TIMEOUT(absolute)=0)"))
        #expect(steps.contains { $0.hasPrefix("exten => T,1,Goto(s,late)") })
        #expect(steps.contains { $0.contains("n(late)") })
    }

    @Test func `every ending of a menu has its way in the dialplan`() {
        for ending in MenuEnding.allCases where ending != .elsewhere {
            #expect(DialplanProgram.features.contains("= \"\(ending.rawValue)\"]"), "\(ending)")
        }
    }

    @Test func `the dialplan looks for the sounds of every language that a menu can speak`() {
        #expect(
            Set(DialplanProgram.spokenLanguages + ["en"]) == Set(MenuLanguage.allCases.map(\.rawValue)))
        for word in ["${ASTDATADIR}/sounds/fr/digits)})", "Set(SOUNDS=${SOUNDS}&fr))"] {
            #expect(DialplanProgram.features.contains(word))
        }
        #expect(DialplanProgram.features.hasSuffix("\n same => n,Return()"))
    }

    @Test func `an owner that is gone leaves wake-ups, and nothing else, to be asked for here, once`() throws {
        let steps = steps(DialplanProgram.features)
        let asked = try #require(steps.firstIndex { $0.contains("Gosub(ask-peer,s,1(${ARG3},feature,30))") })
        #expect(steps[asked - 1].contains("Set(LOCAL(WENT)=1)"))
        #expect(steps[asked + 1].contains(#""${TRIED}" != "1" & "${ARG1:-7}" = "wake-up"]?here"#))
        for feature in HotelFeature.allCases {
            #expect(feature.rawValue.hasSuffix("wake-up") == feature.isOfWakeUps, "\(feature)")
        }
    }

    @Test func `the dialplan says where the daemon listens`() throws {
        var plan = try SampleHouse.plan()
        plan.fastAGIPort = 4999
        let globals = RenderedFiles(plan).texts["extensions.conf"] ?? ""
        #expect(globals.contains("FAST_AGI=agi://127.0.0.1:4999\n"))
        #expect(globals.contains("DAEMON_SECONDS=\(DialplanText.daemonSeconds)\n"))
    }
}

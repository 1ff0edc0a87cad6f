import Vocabulary

extension ClassEntry {
    var classOfService: ClassOfService {
        let allowed: [(Bool, CallCategory)] = [
            (mayCallLocal, .local), (mayCallNational, .national), (mayCallInternational, .international),
            (mayCallPremium, .premium),
        ]
        return ClassOfService(
            code: code, name: name, mayCallRooms: mayCallRooms, mayCallStaff: mayCallStaff,
            outside: Set(allowed.filter(\.0).map(\.1)), callMinutesMax: callMinutesMax)
    }
}

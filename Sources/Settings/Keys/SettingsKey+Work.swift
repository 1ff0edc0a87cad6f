extension SettingsKey {
    static let heartbeat: [SettingsKey] = [
        .duration("heartbeat.interval_ms", \.settings.heartbeat.interval, 100...2000, .milliseconds),
        .duration("heartbeat.unheard_after_ms", \.settings.heartbeat.unheardAfter, 1000...60000, .milliseconds),
        .duration("heartbeat.probe_interval_ms", \.settings.heartbeat.probeInterval, 200...10000, .milliseconds),
        .duration("heartbeat.clock_limit_seconds", \.settings.heartbeat.clockLimit, 1...3600, .seconds),
        .duration("heartbeat.boot_wait_seconds", \.settings.heartbeat.bootWait, 3...300, .seconds),
    ]

    static let failover: [SettingsKey] = [
        .flag("failover.automatic_giveback", \.settings.failover.isGivebackAutomatic),
        .duration("failover.stability_seconds", \.settings.failover.stability, 60...86400, .seconds),
    ]

    static let replication: [SettingsKey] = [
        .wholeNumber("replication.batch_rows", \.settings.replication.batchRows, 100...50000, "rows"),
        .duration("replication.poll_ms", \.settings.replication.pollInterval, 100...60000, .milliseconds),
        .duration("replication.settle_limit_seconds", \.settings.replication.settleLimit, 1...600, .seconds),
        .wholeNumber("replication.tombstone_days", \.settings.replication.tombstoneDays, 1...90, "days"),
        .wholeNumber(
            "replication.free_space_floor_mb", \.settings.replication.freeSpaceFloorMebibytes, 64...1_048_576, "MiB"),
        .wholeNumber("replication.compare_range_rows", \.settings.replication.compareRangeRows, 100...100_000, "rows"),
    ]

    static let log: [SettingsKey] = [
        .word("log.level", \.settings.log.level, LogLevel.self),
        .word("log.format", \.settings.log.format, LogFormat.self),
    ]
}

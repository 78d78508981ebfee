#include "core/audit/daily_checkpoints.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"

namespace openmasa::audit {

SigningKey open_signing_key(store::Db& db, const Scope& scope, const std::string& path) {
    auto key = SigningKey::at(path, *scope.randomness);
    if (!key.is_new()) return key;
    (void)db.atomically([&]() -> Result<Done> {
        record(db, scope,
               {.verb = "audit.key_made",
                .kind = "audit_key",
                .id = sha256(key.public_key()).substr(0, 32),
                .content = {}});
        return Done{};
    });
    db.finish();
    return key;
}

DailyCheckpoints::DailyCheckpoints(store::Database& database, SigningKey key, Options options)
    : database_(database), key_(std::move(key)), options_(std::move(options)),
      thread_([this] { run(); }) {}

DailyCheckpoints::~DailyCheckpoints() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
    make();
}

void DailyCheckpoints::run() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        lock.unlock();
        if (is_due()) make();
        lock.lock();
        wake_.wait_for(lock, options_.every, [this] { return ending_; });
    }
}

/// A fault of the disk is told like a refusal: the program goes on, and the next look tries again.
bool DailyCheckpoints::is_due() {
    try {
        store::Db db(database_);
        const auto newest = newest_checkpoint(db);
        const auto at = newest ? moment_from_iso(newest->made_at) : std::nullopt;
        return !at || london_day(*at) != london_day(options_.clock());
    } catch (const store::Fault& fault) {
        options_.on_refusal(fault.what());
        return false;
    }
}

void DailyCheckpoints::make() {
    try {
        store::Db db(database_);
        const auto made = make_checkpoint(db, key_, options_.clock());
        if (!made) options_.on_refusal(made.refusal().problems.front().words);
    } catch (const store::Fault& fault) {
        options_.on_refusal(fault.what());
    }
}

} // namespace openmasa::audit

#pragma once
// While the program serves, the log is signed at the start, once a day, and at the end.
#include "core/audit/checkpoint.hpp"
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace openmasa::audit {

/// The key of this database; when it had to be made, an audit entry says so. Throws what
/// SigningKey::at() throws.
SigningKey open_signing_key(store::Db& db, const Scope& scope, const std::string& path);

class DailyCheckpoints {
public:
    struct Options {
        std::function<Moment()> clock;
        /// Told, in a sentence, why nothing was signed.
        std::function<void(const std::string&)> on_refusal;
        /// How often it looks whether a day has begun.
        std::chrono::milliseconds every = std::chrono::minutes{10};
    };
    DailyCheckpoints(store::Database& database, SigningKey key, Options options);
    ~DailyCheckpoints();

private:
    void run();
    void make();
    bool is_due();

    store::Database& database_;
    SigningKey key_;
    Options options_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace openmasa::audit

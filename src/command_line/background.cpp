#include "command_line/background.hpp"

namespace openmasa::command_line {
namespace {

constexpr auto pause = std::chrono::seconds{1};
/// A full disk or a lost database is not better a second later.
constexpr auto pause_after_fault = std::chrono::seconds{10};

} // namespace

Background::Background(store::Database& database, BackgroundOptions options)
    : database_(database), options_(std::move(options)) {
    if (options_.mail) transport_ = notices::smtp(*options_.mail);
    const auto stopping = [this] { return is_stopping(); };
    sender_ = {.transport = transport_.get(),
               .host = options_.mail ? options_.mail->host : "",
               .from = options_.mail ? options_.mail->from : "",
               .address = options_.address,
               .is_stopping = stopping};
    worker_ = {.database = &database_,
               .kinds = options_.kinds,
               .restrictable = options_.restrictable,
               .storage = options_.storage,
               .now = options_.now,
               .is_stopping = stopping,
               .on_fault = options_.on_fault};
    for (const auto& duty : {mail_duty(), job_duty()})
        threads_.emplace_back([this, duty] { keep_doing(duty); });
}

Background::~Background() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

Background::Duty Background::mail_duty() {
    return {.name = "the mails",
            .first =
                [this](store::Db& db) {
                    (void)notices::note_host(db, sender_.host, options_.now().now);
                },
            .again =
                [this](store::Db& db) {
                    (void)notices::make_mails(db, options_.now(), options_.address);
                    (void)notices::send_mails(db, sender_, options_.now);
                }};
}

Background::Duty Background::job_duty() {
    return {.name = "the jobs",
            .first =
                [this](store::Db& db) {
                    (void)jobs::add_schedules(db, worker_);
                    options_.prepare(db);
                    db.finish();
                },
            .again =
                [this](store::Db& db) {
                    (void)jobs::follow_schedules(db, worker_);
                    (void)jobs::work(db, worker_);
                }};
}

bool Background::is_stopping() {
    const std::lock_guard lock(mutex_);
    return stopping_;
}

void Background::keep_doing(const Duty& duty) {
    std::unique_ptr<store::Db> db;
    while (!is_stopping()) {
        auto wait = pause;
        try {
            if (!db) {
                db = std::make_unique<store::Db>(database_);
                duty.first(*db);
            }
            duty.again(*db);
        } catch (const std::exception& fault) {
            db.reset(); // its connection may be the trouble
            options_.on_fault(duty.name, fault);
            wait = pause_after_fault;
        }
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, wait, [this] { return stopping_; });
    }
}

} // namespace openmasa::command_line

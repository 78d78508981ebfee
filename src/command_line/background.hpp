#pragma once
// What `openmasa serve` does beside answering: it makes and sends mails, and does the work that
// people asked for or that is due. A thread each, with a database handle of its own; it may run in
// several processes on one database at once.
#include "core/access/scope.hpp"
#include "core/files/storage.hpp"
#include "core/jobs/working.hpp"
#include "core/notices/sending.hpp"
#include "store/db.hpp"
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace openmasa::command_line {

struct BackgroundOptions {
    /// Nothing: no mail server is set.
    std::optional<notices::MailSettings> mail;
    /// Where people reach the program, without a slash at its end.
    std::string address;
    std::span<const jobs::Kind> kinds;
    restriction::AllKinds restrictable;
    const files::Storage* storage = nullptr;
    /// Reads what pages keep in memory, so that nobody who asks for one waits for it.
    std::function<void(store::Db&)> prepare;
    /// Now, as the program itself.
    std::function<Scope()> now;
    std::function<void(std::string_view place, const std::exception&)> on_fault;
};

class Background {
public:
    Background(store::Database& database, BackgroundOptions options);
    /// Ends the mail and the step that are under way first.
    ~Background();

private:
    using Act = std::function<void(store::Db&)>;
    /// What a thread does once with each new handle, and then every second.
    struct Duty {
        std::string_view name;
        Act first, again;
    };
    void keep_doing(const Duty& duty);
    Duty mail_duty();
    Duty job_duty();
    bool is_stopping();

    store::Database& database_;
    BackgroundOptions options_;
    std::unique_ptr<notices::Transport> transport_;
    notices::Sender sender_;
    jobs::Worker worker_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace openmasa::command_line

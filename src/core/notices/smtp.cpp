#include "core/notices/smtp.hpp"
#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <fmt/format.h>

namespace openmasa::notices {
namespace {

constexpr long connect_seconds = 15, all_seconds = 60;

/// Where in the conversation it is: the last command that was sent.
enum class Step { greeting, sign_in, sender, recipient, content };

struct Conversation {
    std::string_view unsent;
    Step step = Step::greeting;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    auto& unsent = static_cast<Conversation*>(from)->unsent;
    const auto copied = unsent.copy(to, size * count);
    unsent.remove_prefix(copied);
    return copied;
}

int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* to) {
    if (type != CURLINFO_HEADER_OUT) return 0;
    auto& step = static_cast<Conversation*>(to)->step;
    const std::string_view said(data, size);
    if (said.starts_with("AUTH")) step = Step::sign_in;
    if (said.starts_with("MAIL")) step = Step::sender;
    if (said.starts_with("RCPT")) step = Step::recipient;
    if (said.starts_with("DATA")) step = Step::content;
    return 0;
}

std::string_view refused_what(Step step) {
    return step == Step::recipient ? "the address" : "the mail";
}

Answer answer_of(CURLcode code, long reply, const Conversation& conversation) {
    const bool about_this_mail =
        conversation.step == Step::recipient || conversation.step == Step::content;
    if (code == CURLE_OK) return {Outcome::sent, "The mail server took it"};
    if (about_this_mail && reply >= 500)
        return {Outcome::refused, fmt::format("The mail server refused {} ({})",
                                              refused_what(conversation.step), reply)};
    if (about_this_mail && reply >= 400 && reply != 421)
        return {Outcome::later, fmt::format("The mail server put {} off ({})",
                                            refused_what(conversation.step), reply)};
    if (conversation.step == Step::content)
        return {Outcome::unknown, "The connection broke while the mail was handed over"};
    if (code == CURLE_LOGIN_DENIED)
        return {Outcome::unreachable, "The mail server refused the user or the password"};
    if (conversation.step == Step::sender && reply >= 400)
        return {Outcome::unreachable,
                fmt::format("The mail server refused the sender's address ({})", reply)};
    return {Outcome::unreachable,
            fmt::format("The mail server could not be reached ({})", curl_easy_strerror(code))};
}

class Smtp : public Transport {
public:
    explicit Smtp(MailSettings settings) : settings_(std::move(settings)), curl_(open()) {}

    Answer send(const Letter& letter) override {
        const auto text = on_the_wire(letter);
        Conversation conversation{.unsent = text};
        const std::unique_ptr<curl_slist, void (*)(curl_slist*)> to(
            curl_slist_append(nullptr, fmt::format("<{}>", letter.to).c_str()),
            curl_slist_free_all);
        auto* curl = curl_.get();
        curl_easy_reset(curl); // the connection stays open for the next one
        set_server(curl);
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, fmt::format("<{}>", letter.from).c_str());
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
        curl_easy_setopt(curl, CURLOPT_READDATA, &conversation);
        curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L); // for listen(); nothing of it is written
        curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
        curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &conversation);
        const auto code = curl_easy_perform(curl);
        long reply = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
        return answer_of(code, reply, conversation);
    }

private:
    using Handle = std::unique_ptr<CURL, void (*)(CURL*)>;

    static Handle open() {
        static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
        Handle handle(started == CURLE_OK ? curl_easy_init() : nullptr, curl_easy_cleanup);
        if (!handle) throw std::runtime_error("libcurl did not start");
        return handle;
    }
    void set_server(CURL* curl) const {
        curl_easy_setopt(curl, CURLOPT_URL, settings_.url.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, all_seconds);
        curl_easy_setopt(curl, CURLOPT_USE_SSL, must_encrypt() ? CURLUSESSL_ALL : CURLUSESSL_NONE);
        if (!settings_.authorities.empty())
            curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.authorities.c_str());
        if (settings_.user.empty()) return;
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
    }
    bool must_encrypt() const {
        constexpr std::array<std::string_view, 3> this_machine = {"127.0.0.1", "localhost",
                                                                  "[::1]"};
        const bool is_here = std::ranges::find(this_machine, settings_.host) != this_machine.end();
        return !is_here || !settings_.authorities.empty();
    }

    MailSettings settings_;
    Handle curl_;
};

/// "mail.example.org" of "smtp://mail.example.org:587"; nothing when it is no such address.
std::optional<std::string> host_of(std::string_view url) {
    for (const std::string_view scheme : {"smtp://", "smtps://"}) {
        if (!url.starts_with(scheme)) continue;
        const auto rest = url.substr(scheme.size());
        const auto host = rest.starts_with('[') ? rest.substr(0, rest.find(']') + 1)
                                                : rest.substr(0, rest.find_first_of(":/"));
        const bool is_name = !host.empty() && rest.find_first_of("@/? ") == rest.npos;
        return is_name ? std::optional(std::string(host)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Result<std::optional<MailSettings>>
read_mail_settings(const std::function<std::string(const char* name)>& value_of) {
    MailSettings settings{.host = {},
                          .url = value_of("OPENMASA_SMTP"),
                          .user = value_of("OPENMASA_SMTP_USER"),
                          .password = value_of("OPENMASA_SMTP_PASSWORD"),
                          .from = value_of("OPENMASA_MAIL_FROM"),
                          .authorities = value_of("OPENMASA_SMTP_CA")};
    if (settings.url.empty()) return std::optional<MailSettings>();
    const auto host = host_of(settings.url);
    if (!host)
        return invalid("OPENMASA_SMTP",
                       "Write OPENMASA_SMTP as smtp://HOST:PORT or smtps://HOST:PORT.");
    if (!is_mail_address(settings.from))
        return invalid("OPENMASA_MAIL_FROM",
                       "Say in OPENMASA_MAIL_FROM from which e-mail address mails come.");
    settings.host = *host;
    return std::optional(std::move(settings));
}

std::unique_ptr<Transport> smtp(const MailSettings& settings) {
    return std::make_unique<Smtp>(settings);
}

} // namespace openmasa::notices

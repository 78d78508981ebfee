#include "core/routing/failures.hpp"
#include "core/routing/reply.hpp"

namespace openmasa {
namespace {

struct Words {
    int status;
    const char *title, *what;
};

constexpr Words all_words[] = {
    {400, "This request cannot be read", "Nothing was saved. Go back and try once more."},
    {404, "Page not found", "Nothing is at this address, or it is not open to you."},
    {408, "This took too long to arrive",
     "Nothing was saved. Check your connection, go back and try once more."},
    {413, "This file is too large",
     "Nothing was saved. A file may be 20 MB at most: take large pictures out of it and choose it again."},
    {431, "This request cannot be read",
     "Your browser sent more than this program accepts. Clear its cookies for this site and try once more."},
    {503, "Not possible for a moment",
     "The program is very busy or cannot reach its records. Wait a minute, go back and send it once more: what was saved after all is not saved twice."},
    {507, "The disk is full",
     "Nothing was saved. Tell whoever looks after this program; then go back and try once more: what you typed is still there."},
};
constexpr Words fault = {
    500, "Something went wrong here",
    "Nothing was saved, and the fault has been written to the log. Go back and try once more: what you typed is still there."};

const Words& words_for(int status) {
    for (const auto& words : all_words)
        if (words.status == status) return words;
    return fault;
}

/// Names, ids and choices are not worth it; what is secret is not shown.
bool is_worth_copying(const http::Form::Field& field) {
    return field.value.find(' ') != std::string::npos &&
           field.name.find("password") == std::string::npos;
}

/// What a person wrote, in boxes to copy from. Only when our own page sent the form: nobody else
/// puts words on a page of ours.
Html typed_words(const http::Request& request, const http::Form& form) {
    Html boxes;
    if (request.header("Sec-Fetch-Site") != "same-origin") return boxes;
    for (const auto& field : form.fields())
        if (is_worth_copying(field))
            append(
                boxes,
                R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="typed-{}">You wrote</label><textarea class="govuk-textarea" id="typed-{}" rows="5" readonly>{}</textarea></div>
)",
                field.name, field.name, field.value);
    return boxes;
}

} // namespace

namespace {

http::Response failure_page(int status, const Html& typed) {
    const auto& words = words_for(status);
    const auto main = pages::head({.title = words.title, .sentence = escaped(words.what)}) + typed +
                      html(R"(<p class="govuk-body"><a class="govuk-link" href="/">Home</a></p>)");
    http::Response response;
    response.status = status;
    response.set("Content-Type", "text/html; charset=utf-8");
    response.body =
        pages::document({.partnership = ""}, {.title = words.title, .main = main}).take();
    return response;
}

} // namespace

http::Response failure_page(int status) {
    return failure_page(status, Html());
}

http::Response failure_page(int status, http::Request& request) {
    if (request.method != http::Method::post) return failure_page(status);
    const auto form = http::read_form(request);
    return form ? failure_page(status, typed_words(request, form.value())) : failure_page(status);
}

http::Response reply_stale_form(const Context& context) {
    return reply_plain(
        context, 403, "This page was open for too long",
        html(
            R"(<p class="om-lede">Nothing was saved. Go back in your browser, copy what you typed, load the page again and save.</p>
<p class="govuk-body">It happens when you signed out, or signed in as somebody else, in another window.</p>)"));
}

http::Response reply_signed_out(const Context& context) {
    const auto boxes = typed_words(context.request, context.form);
    return reply_plain(
        context, 403, "You were signed out",
        html(
            R"(<p class="om-lede">Nothing was saved: your session had ended. {}</p>
{}<p class="govuk-body"><a class="govuk-link" href="/sign-in?to={}">Sign in</a></p>)",
            boxes.view().empty()
                ? "Go back in your browser and copy what you typed, then sign in and save it."
                : "Copy what you wrote, then sign in and save it.",
            boxes, http::percent_encoded(context.request.path)));
}

} // namespace openmasa

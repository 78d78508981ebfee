#include "core/audit/checkpoint.hpp"
#include "command_line/command.hpp"
#include "core/audit/daily_checkpoints.hpp"
#include "kernel/json.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct CheckpointOptions {
    Common common;
    std::string output;
    bool key = false;
};

void print_key(const audit::SigningKey& key, bool json) {
    if (json) {
        JsonWriter out;
        out.begin_object().pair("public_key", key.public_key());
        out.pair("fingerprint", audit::fingerprint(key.public_key())).end_object();
        std::cout << out.text() << "\n";
        return;
    }
    std::cout << fmt::format("public key: {}\nfingerprint: {}\n", key.public_key(),
                             audit::fingerprint(key.public_key()));
}

int checkpoint(const CheckpointOptions& options) {
    Open open(options.common.database);
    const auto scope = scope_now();
    const auto key =
        audit::open_signing_key(open.db, scope, audit::signing_key_path(options.common.database));
    if (options.key) {
        print_key(key, options.common.json);
        return Exit::done;
    }
    const auto made = audit::make_checkpoint(open.db, key, scope.now);
    if (!made) return refuse(made.refusal());
    const auto newest = audit::newest_checkpoint(open.db);
    if (!newest)
        return refuse(invalid("checkpoint", "The log is empty: there is nothing to sign."));
    write_output(options.output, audit::checkpoint_text(*newest));
    return Exit::done;
}

} // namespace

void add_checkpoint(Command& app, Chosen& chosen) {
    auto* command = app.add_subcommand(
        "checkpoint", "Sign the newest audit entry, as a small text for the partners to keep");
    auto options = std::make_shared<CheckpointOptions>();
    add_database_option(*command, options->common);
    add_json_option(*command, options->common);
    command->add_option("--out", options->output,
                        "The file to write; otherwise the standard output");
    command->add_flag("--key", options->key, "Print the public key and its fingerprint instead");
    command->callback([options, &chosen] { chosen = [options] { return checkpoint(*options); }; });
}

} // namespace openmasa::command_line

// Starts `reportkit lsp` for the files of a project, and ends it with the editor.

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const FILES = ["report/**/*.yaml", "sections/**/*.yaml"];

let client;

exports.activate = async function activate() {
  const [command, ...args] = workspace.getConfiguration("reportkit").get("command");
  const documents = FILES.map((pattern) => ({ scheme: "file", pattern: `**/${pattern}` }));
  client = new LanguageClient(
    "reportkit",
    "reportkit",
    { command, args },
    { documentSelector: documents },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();

#include "ui/inference/deploy/deployside.h"

#include "core/base/text.h"
#include "ui/inference/deploy/layerrows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QFileDialog>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// Each instruction with its word in another ink.
std::vector<CodeLine> codeLines(const QByteArray &dockerfile)
{
    std::vector<CodeLine> lines;
    for (const QString &line : QString::fromUtf8(dockerfile).trimmed().split(u'\n')) {
        const QString word = line.section(u' ', 0, 0);
        CodeLine code;
        if (word == word.toUpper() && !word.isEmpty() && word[0].isLetter())
            code.runs = {{word, Ink::Accent, false}, {line.mid(word.size()), Ink::Text, false}};
        else
            code.runs = {{line, Ink::Text, false}};
        lines.push_back(std::move(code));
    }
    return lines;
}

} // namespace

DeploySide::DeploySide(QWidget *parent)
    : QWidget(parent),
      m_dockerPart(new QWidget),
      m_dockerfile(new CodeBox),
      m_dockerNote(helpLine({})),
      m_edit(flatButton(tr("Edit…"), u"edit"_s)),
      m_facts(new FactList),
      m_happens(paragraph({})),
      m_command(new CommandBox)
{
    setObjectName(u"deploySide"_s);
    m_dockerfile->setObjectName(u"dockerfileText"_s);
    m_dockerfile->setFirstNumber(1);
    m_edit->setObjectName(u"editDockerfile"_s);
    m_edit->setAccessibleName(tr("Edit the Dockerfile"));
    m_facts->setObjectName(u"whatGoesIn"_s);
    m_happens->setObjectName(u"whatHappens"_s);
    m_command->setObjectName(u"sameCommand"_s);
    m_command->setAccessibleName(tr("Command"));
    auto *copy = flatButton(tr("Copy"), u"edit-copy"_s);
    copy->setObjectName(u"copyDockerfile"_s);
    copy->setAccessibleName(tr("Copy the Dockerfile"));
    auto *head = new QHBoxLayout;
    head->addWidget(sectionTitle(tr("The Dockerfile")), 1);
    head->addWidget(copy);
    head->addWidget(m_edit);
    auto *docker = new QVBoxLayout(m_dockerPart);
    docker->setContentsMargins(0, 0, 0, 0);
    docker->setSpacing(dp(this, 8));
    docker->addLayout(head);
    docker->addWidget(m_dockerfile);
    docker->addWidget(m_dockerNote);
    docker->addWidget(new Separator);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(m_dockerPart);
    column->addWidget(sectionTitle(tr("What goes in")));
    column->addWidget(m_facts);
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("What happens")));
    column->addWidget(m_happens);
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("The same thing as")));
    column->addWidget(m_command);
    column->addStretch(1);
    connect(copy, &QAbstractButton::clicked, m_dockerfile, &CodeBox::copy);
    connect(m_edit, &QAbstractButton::clicked, this, &DeploySide::chooseFolder);
}

void DeploySide::show(const DeployDraft &draft, const DeployLook &look)
{
    showDockerfile(draft, look);
    showFacts(draft, look);
    m_happens->setText(whatHappens(draft, look));
    m_command->setCommand(shellCommand(draft.request().toCommand()));
}

void DeploySide::showDockerfile(const DeployDraft &draft, const DeployLook &look)
{
    const auto *answer = look.answer();
    const bool isOwn = draft.environment() == DeployDraft::EnvironmentWay::Dockerfile;
    m_dockerPart->setVisible(draft.isDocker() && answer && !answer->look.dockerfile.isEmpty());
    m_edit->setVisible(!isOwn);
    if (answer)
        m_dockerfile->setLines(codeLines(answer->look.dockerfile));
    m_dockerNote->setText(isOwn ? tr("Your own: the form’s part of it is off. Its folder is the context of the build.")
                                : tr("Made from the form. Once edited, it is kept and the form’s part of it is off."));
}

void DeploySide::showFacts(const DeployDraft &draft, const DeployLook &look)
{
    std::vector<std::pair<QString, QString>> facts;
    const auto *answer = look.answer();
    const auto weight = [](qint64 files, qint64 size) {
        return tr("%n file(s), %1", nullptr, int(files)).arg(humanSize(size));
    };
    const auto &model = answer ? answer->look.model : std::nullopt;
    facts.emplace_back(tr("Model"), model && model->isCounted ? weight(model->files, model->size) : u"–"_s);
    const auto &script = answer ? answer->look.script : std::nullopt;
    if (script) {
        facts.emplace_back(tr("Code"), weight(script->files, script->size));
        if (script->out > 0)
            facts.emplace_back(tr("Left out"), tr("%n file(s), %1", nullptr, int(script->out)).arg(script->rule));
    } else if (model && model->isMlflow) {
        facts.emplace_back(tr("Code"), tr("one script, made for it"));
    }
    const auto settings = draft.settings();
    if (!settings.variables.empty())
        facts.emplace_back(tr("Variables"), QString::number(settings.variables.size()));
    m_facts->setFacts(facts);
}

void DeploySide::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder for the Dockerfile"));
    dialog->setObjectName(u"editDockerfileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DeploySide::editWanted);
    dialog->open();
}

QString whatHappens(const DeployDraft &draft, const DeployLook &look)
{
    QStringList words;
    if (draft.isDocker()) {
        const auto *answer = look.answer();
        const auto layers = answer ? dockerfileInstructions(answer->look.dockerfile).size() : 0;
        words << (layers > 0
                      ? DeploySide::tr("An image of %n layers is built; those that are there already are reused.",
                                       nullptr, int(layers))
                      : DeploySide::tr("An image is built; layers that are there already are reused."));
        words << DeploySide::tr("Then a container gets the code and the model and starts.");
    } else if (draft.isCloud()) {
        words << DeploySide::tr(
                     "Code and model are packed and sent to the store of %1, unless the same content is there "
                     "already.")
                     .arg(draft.workspace);
        words << DeploySide::tr("Azure starts a container that fetches them; no image is built and none is sent.");
    } else {
        words << DeploySide::tr("The code is copied, the environment is built if it is not there, and the inference "
                                "server starts as a process.");
    }
    const auto &all = look.endpoints();
    const QString giver = draft.request().takesPortOf;
    const auto own = std::find_if(all.begin(), all.end(), [&](const EndpointRecord &each) {
        return each.name == (giver.isEmpty() ? draft.name.trimmed() : giver);
    });
    const bool serves = own != all.end() && own->active > 0 && own->state == EndpointState::Running;
    if (serves && (draft.replace || !giver.isEmpty()))
        words << DeploySide::tr("%1 keeps answering on %2 until the new one is healthy, then it is stopped.")
                     .arg(own->name)
                     .arg(own->address().port > 0 && own->port == 0 ? own->address().host : QString::number(own->port));
    if (draft.isCloud())
        words << DeploySide::tr("Everybody can reach its address, only who has the key gets an "
                                "answer: it is in this computer’s keychain.");
    else
        words << DeploySide::tr("Only 127.0.0.1 can reach it.");
    return words.join(u' ');
}

} // namespace mooring

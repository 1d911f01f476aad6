#include "ui/runs/wizard/reviewstep.h"

#include "core/base/text.h"
#include "ui/runs/wizard/rundraft.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

ReviewStep::ReviewStep(QWidget *parent)
    : QWidget(parent),
      m_banner(new Banner(this)),
      m_facts(new FactList(this)),
      m_as(new SegmentedControl(tr("The same thing as"), this)),
      m_same(new QStackedWidget(this)),
      m_command(new CommandBox({}, this)),
      m_code(new CodeBox({}, this))
{
    setObjectName(u"reviewStep"_s);
    m_facts->setObjectName(u"reviewFacts"_s);
    m_facts->setLabelWidth(136);
    m_banner->setObjectName(u"reviewBanner"_s);
    m_banner->clear();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(m_banner);
    column->addWidget(m_facts);
    column->addSpacing(dp(this, 8));
    column->addWidget(new Separator(Qt::Horizontal, this));
    column->addSpacing(dp(this, 4));
    column->addWidget(sectionTitle(tr("The same thing as"), this));
    column->addLayout(makeForms());
    column->addWidget(m_same);
    column->addStretch(1);
}

QLayout *ReviewStep::makeForms()
{
    m_command->setObjectName(u"sameCommand"_s);
    m_command->setAccessibleName(tr("Command"));
    m_code->setObjectName(u"sameYaml"_s);
    m_code->setAccessibleName(tr("The same thing as"));
    m_as->setObjectName(u"sameAs"_s);
    m_as->addChoice(u"command"_s, tr("Command"));
    m_as->addChoice(u"yaml"_s, u"run.yaml"_s);
    m_as->addChoice(u"sdk"_s, u"Python"_s);
    m_as->addChoice(u"cli"_s, u"az ml"_s);
    m_as->setCurrent(u"command"_s);
    auto *copy = flatButton(tr("Copy"), u"edit-copy"_s, this);
    copy->setObjectName(u"copySame"_s);
    auto *save = flatButton(tr("Save run.yaml…"), u"document-save"_s, this);
    save->setObjectName(u"saveYaml"_s);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(dp(this, 8));
    acts->addWidget(m_as);
    acts->addStretch(1);
    acts->addWidget(copy);
    acts->addWidget(save);
    auto *top = new QWidget(m_same); // the command keeps its own height in the place of the longer file
    auto *topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->addWidget(m_command);
    topColumn->addStretch(1);
    m_same->addWidget(top);
    m_same->addWidget(m_code);
    copy->hide(); // the command has its own
    connect(m_as, &SegmentedControl::chosen, this, [this, copy](const QString &id) {
        showForm(id);
        copy->setVisible(id != u"command");
    });
    connect(copy, &QPushButton::clicked, m_code, &CodeBox::copy);
    connect(save, &QPushButton::clicked, this, &ReviewStep::chooseFile);
    return acts;
}

void ReviewStep::setSettings(const RunSettings &settings, const QString &targetTitle, const QString &command)
{
    m_source = settings.source;
    std::vector<std::pair<QString, QString>> facts{{tr("Script"), settings.script},
                                                   {tr("Source folder"), settings.source}};
    facts.emplace_back(tr("Arguments"), settings.arguments.isEmpty() ? tr("none") : shellCommand(settings.arguments));
    facts.emplace_back(tr("Runs on"), targetTitle);
    facts.emplace_back(tr("Files"), tr("being looked at"));
    facts.emplace_back(tr("Environment"), tr("being looked at"));
    facts.emplace_back(tr("Name"), settings.name.isEmpty() ? tr("made from the script") : settings.name);
    facts.emplace_back(tr("Experiment"),
                       settings.experiment.isEmpty() ? settings.source.section(u'/', -1) : settings.experiment);
    QStringList variables;
    for (const auto &[name, value] : settings.variables)
        variables << name + u'=' + value;
    if (!variables.isEmpty())
        facts.emplace_back(tr("Variables"), shellCommand(variables));
    if (settings.timeLimitSeconds)
        facts.emplace_back(tr("Time limit"), timeLimitText(*settings.timeLimitSeconds));
    m_facts->setFacts(facts);
    m_command->setCommand(command);
    m_texts = {{u"yaml"_s, QString::fromUtf8(settings.toYaml()).trimmed()}};
    showForm(m_as->current());
}

void ReviewStep::setCode(const QString &form, const QString &text)
{
    m_texts[form] = text;
    showForm(m_as->current());
}

void ReviewStep::showForm(const QString &form)
{
    const bool isCommand = form == u"command";
    m_code->setText(m_texts[isCommand ? u"yaml"_s : form]);
    m_same->setCurrentIndex(isCommand ? 0 : 1);
}

void ReviewStep::setFiles(const QString &text) { m_facts->setFact(tr("Files"), text); }

void ReviewStep::setEnvironment(const QString &text) { m_facts->setFact(tr("Environment"), text); }

void ReviewStep::setWarning(const QString &title, const QString &text)
{
    if (title.isEmpty())
        m_banner->clear();
    else
        m_banner->tell(Tone::Warn, title, text);
}

void ReviewStep::setFailure(const QString &title, const QString &text) { m_banner->tell(Tone::Fail, title, text); }

void ReviewStep::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the run settings"), m_source);
    dialog->setObjectName(u"saveYamlDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->selectFile(u"run.yaml"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReviewStep::saveRequested);
    dialog->open();
}

QWidget *reviewSide(const QStringList &whatHappens, QWidget *parent)
{
    auto *side = new QWidget(parent);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(side, 16), dp(side, 16), dp(side, 16), dp(side, 16));
    column->setSpacing(dp(side, 8));
    column->addWidget(sectionTitle(ReviewStep::tr("What happens next"), side));
    int number = 0;
    for (const QString &text : whatHappens) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(side, 8));
        row->addWidget(new TextLabel(QString::number(++number), Type::Body, Ink::Text3, side), 0, Qt::AlignTop);
        row->addWidget(paragraph(text, side), 1);
        column->addLayout(row);
    }
    column->addStretch(1);
    return side;
}

} // namespace mooring

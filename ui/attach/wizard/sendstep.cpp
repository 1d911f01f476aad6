#include "ui/attach/wizard/sendstep.h"

#include "core/base/json.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qsizetype kColumns = 84;

} // namespace

QString inLines(const QString &text, qsizetype columns)
{
    QStringList lines;
    for (QString line : text.split(u'\n')) {
        qsizetype indent = 0;
        while (indent < line.size() && line[indent] == u' ')
            ++indent;
        const QString lead(qMin(indent + 4, columns / 2), u' ');
        while (line.size() > columns) {
            const qsizetype slash = line.lastIndexOf(u'/', columns - 1);
            const qsizetype cut = slash > indent + 8 ? slash + 1 : columns;
            lines << line.left(cut);
            line = lead + line.mid(cut);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

SendStep::SendStep(QWidget *parent)
    : QWidget(parent),
      m_head(sectionTitle({})),
      m_nothing(paragraph({})),
      m_table(new TableView(tr("What is sent"))),
      m_requestHead(new QWidget),
      m_request(new CodeBox),
      m_consent(new QCheckBox)
{
    setObjectName(u"sendStep"_s);
    m_table->setObjectName(u"sentTable"_s);
    m_table->setEdge(0);
    m_request->setObjectName(u"sentRequest"_s);
    m_consent->setObjectName(u"sendConsent"_s);
    Button *copy = flatButton(tr("Copy"), u"edit-copy"_s);
    copy->setObjectName(u"copyRequest"_s);
    copy->setAccessibleName(tr("Copy the request"));
    auto *head = new QHBoxLayout(m_requestHead);
    head->setContentsMargins(0, dp(this, 8), 0, 0);
    head->addWidget(sectionTitle(tr("The request")), 1);
    head->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(m_head);
    column->addWidget(m_nothing);
    column->addWidget(m_table);
    column->addWidget(m_requestHead);
    column->addWidget(m_request);
    column->addWidget(m_consent);
    column->addStretch(1);
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_request->text()); });
    connect(m_consent, &QCheckBox::toggled, this, &SendStep::consentChanged);
}

void SendStep::setSending(const QString &target, const MlSending &sending)
{
    m_sending = sending;
    m_consent->setChecked(false); // to what was shown, not to what was shown before
    m_head->setText(sending.isSent ? tr("This is everything that is sent") : tr("Nothing is sent"));
    m_nothing->setText(sending.sent.join(u' '));
    m_nothing->setVisible(!sending.isSent);
    for (QWidget *widget : {static_cast<QWidget *>(m_table), m_requestHead, static_cast<QWidget *>(m_request),
                            static_cast<QWidget *>(m_consent)})
        widget->setVisible(sending.isSent);
    m_consent->setText(secrets().isEmpty() ? tr("I agree that this goes to Azure ML")
                                           : tr("I agree that this goes to Azure ML, with its secrets"));
    m_request->setText(
        inLines(sending.request + u'\n' + QString::fromUtf8(toPrettyBytes(sending.body)).trimmed(), kColumns));
    m_request->setMinimumHeight(m_request->sizeHint().height());
    fill(target);
}

void SendStep::fill(const QString &target)
{
    auto *model = new QStandardItemModel(m_table);
    model->setHorizontalHeaderLabels({tr("Goes to Azure"), tr("Value"), tr("What is known of it")});
    const auto add = [model](const QString &label, const QString &value, Glyph glyph, const QString &note, Ink ink) {
        auto *name = new QStandardItem(label);
        name->setData(int(Ink::Text2), CellRole::Ink);
        auto *what = new QStandardItem(value);
        what->setToolTip(value);
        auto *known = new QStandardItem(note);
        known->setData(int(glyph), CellRole::Glyph);
        known->setData(int(ink), CellRole::Ink);
        model->appendRow({name, what, known});
    };
    add(tr("Name, region"), tr("%1, %2", "name, region").arg(target, m_sending.location), Glyph::Good,
        tr("free, asked just now"), Ink::Text2);
    add(tr("Resource"), m_sending.resourceId, Glyph::Good, tr("under no other name"), Ink::Text2);
    for (const MlSending::Value &value : m_sending.values)
        add(value.label, value.value, value.isSecret ? Glyph::Warning : Glyph::LeftOut, tr("leaves this computer"),
            value.isSecret ? Ink::Warn : Ink::Text2);
    QAbstractItemModel *old = m_table->model();
    m_table->setModel(model);
    delete old;
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, dp(this, 160));
    m_table->setColumnWidth(2, dp(this, 190));
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFixedHeight(dp(this, 34 + 30 * model->rowCount()));
}

bool SendStep::mayGo() const { return !m_sending.isSent || m_consent->isChecked(); }

void SendStep::focusConsent() { m_consent->setFocus(Qt::TabFocusReason); }

QStringList SendStep::secrets() const
{
    QStringList labels;
    for (const MlSending::Value &value : m_sending.values) {
        if (value.isSecret)
            labels << value.label;
    }
    return labels;
}

QWidget *sendSide(const TargetKind &kind, const MlSending &sending, QWidget *parent)
{
    auto *side = new QWidget(parent);
    side->setObjectName(u"sendSide"_s);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(side, 16), dp(side, 16), dp(side, 16), dp(side, 16));
    column->setSpacing(dp(side, 8));
    column->addWidget(sectionTitle(SendStep::tr("What Azure ML does with it"), side));
    int number = 0;
    for (const QString &sentence : sending.sent) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(side, 8));
        row->addWidget(
            new TextLabel(SendStep::tr("%1.", "number in a list").arg(++number), Type::Body, Ink::Text2, side), 0,
            Qt::AlignTop);
        row->addWidget(paragraph(sentence, side), 1);
        column->addLayout(row);
    }
    column->addWidget(new Separator(Qt::Horizontal, side));
    column->addWidget(sectionTitle(SendStep::tr("What stays after a detach"), side));
    column->addWidget(paragraph(SendStep::tr("The resource itself, with all that is on it."), side));
    for (const QString &sentence : sending.left)
        column->addWidget(paragraph(sentence, side));
    const std::vector<Requirement> requirements = kind.requirements();
    if (!requirements.empty()) {
        column->addWidget(new Separator(Qt::Horizontal, side));
        column->addWidget(sectionTitle(SendStep::tr("What Azure ML asks for"), side));
    }
    for (const Requirement &requirement : requirements) {
        auto *title = new TextLabel(requirement.title, Type::Body, Ink::Text, side);
        title->setWordWrap(true);
        column->addWidget(title);
        column->addWidget(helpLine(requirement.detail, side));
    }
    column->addStretch(1);
    return side;
}

} // namespace mooring

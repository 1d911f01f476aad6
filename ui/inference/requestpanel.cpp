#include "ui/inference/requestpanel.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/jobs/background.h"
#include "ui/inference/codeedit.h"
#include "ui/inference/jsontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

using SampleFrom = EndpointBench::SampleFrom;

namespace {

constexpr qint64 kLargestFile = 256 * 1024 * 1024;
constexpr qsizetype kLargestText = 1024 * 1024; ///< more is sent, but not edited
const QString kJson = u"application/json"_s;

QWidget *rowOf(std::initializer_list<QWidget *> widgets, const QWidget *scale)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(scale, 8));
    for (QWidget *each : widgets)
        layout->addWidget(each);
    return row;
}

} // namespace

RequestPanel::RequestPanel(std::shared_ptr<EndpointBench> bench, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_bench(std::move(bench)),
      m_name(name),
      m_source(new QComboBox),
      m_type(new QComboBox),
      m_version(new QComboBox),
      m_against(new QComboBox),
      m_edit(new CodeEdit(tr("Body of the request")))
{
    QWidget *head = makeHead();
    m_rowBar = makeRowBar();
    m_rowBar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 8));
    column->addWidget(head);
    column->addWidget(m_rowBar);
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFoot());
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFilling && m_edit->toPlainText() != m_filled)
            m_label.clear(); // it is the person's own now
        check();
        Q_EMIT requestChanged();
    });
    check();
}

QWidget *RequestPanel::makeHead()
{
    for (const auto &[id, title] :
         {std::pair(u"swagger"_s, tr("From swagger")), std::pair(u"sample"_s, tr("Sample input")),
          std::pair(u"row"_s, tr("Data row")), std::pair(u"typed"_s, tr("Typed"))})
        m_source->addItem(title, id);
    m_source->setCurrentIndex(m_source->findData(u"typed"_s));
    for (const auto &[type, title] : {std::pair(kJson, u"JSON"_s), std::pair(u"text/csv"_s, u"CSV"_s),
                                      std::pair(u"application/octet-stream"_s, tr("Bytes"))})
        m_type->addItem(title, type);
    m_source->setObjectName(u"requestSource"_s);
    m_source->setAccessibleName(tr("Where the request comes from"));
    m_type->setObjectName(u"requestType"_s);
    m_type->setAccessibleName(tr("Content type"));
    m_version->setObjectName(u"requestVersion"_s);
    m_version->setAccessibleName(tr("Version to ask"));
    m_against->setObjectName(u"againstVersion"_s);
    m_against->setAccessibleName(tr("Version to compare with"));
    QWidget *what = rowOf({sectionTitle(tr("Request")), m_source, m_type}, this);
    QWidget *where = rowOf({m_version, m_against}, this);
    m_version->hide(); // until there is one to ask
    m_against->hide();
    static_cast<QHBoxLayout *>(what->layout())->addStretch(1);
    auto *head = new QWidget;
    head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it turns into two lines before it is too wide
    m_headLine = new QHBoxLayout(head);
    m_headLine->setContentsMargins(0, 0, 0, 0);
    m_headLine->setSpacing(dp(this, 8));
    m_headLine->addWidget(what, 1);
    m_headLine->addWidget(where, 0, Qt::AlignLeft);
    connect(m_source, &QComboBox::activated, this, &RequestPanel::sourceChosen);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        m_edit->setJson(m_type->currentData() == kJson);
        check();
        Q_EMIT requestChanged();
    });
    return head;
}

QWidget *RequestPanel::makeRowBar()
{
    Button *choose = edgeButton(tr("Choose a CSV file…"), u"folder"_s);
    choose->setObjectName(u"chooseTable"_s);
    choose->setSmall(true);
    m_table = new ElidedLabel(tr("no file chosen"), Type::Small, Ink::Text2);
    m_table->setElideMode(Qt::ElideMiddle);
    m_row = new QSpinBox;
    m_row->setObjectName(u"tableRow"_s);
    m_row->setAccessibleName(tr("Row of the file"));
    m_row->setRange(1, 100'000'000);
    const QString around = tr("row %1"); // the number stands before the word in some languages
    m_row->setPrefix(around.section(u"%1"_s, 0, 0));
    m_row->setSuffix(around.section(u"%1"_s, 1, 1));
    m_withNames = new QCheckBox(tr("With column names"));
    m_withNames->setObjectName(u"withNames"_s);
    QWidget *bar = rowOf({choose, m_table, m_row, m_withNames}, this);
    static_cast<QHBoxLayout *>(bar->layout())->setStretch(1, 1);
    connect(choose, &QAbstractButton::clicked, this, &RequestPanel::chooseTable);
    connect(m_row, &QSpinBox::valueChanged, this, &RequestPanel::takeRow);
    connect(m_withNames, &QCheckBox::toggled, this, &RequestPanel::takeRow);
    return bar;
}

QWidget *RequestPanel::makeBody()
{
    m_edit->setObjectName(u"requestBody"_s);
    m_bytesText = paragraph({});
    m_bytesText->setObjectName(u"requestBytes"_s);
    m_bytesText->setAlignment(Qt::AlignCenter);
    m_place = new QStackedWidget;
    m_place->addWidget(m_edit);
    m_place->addWidget(m_bytesText);
    return m_place;
}

QWidget *RequestPanel::makeFoot()
{
    m_send = edgeButton(tr("Send  Ctrl+Enter"), u"send"_s);
    m_send->setObjectName(u"send"_s);
    m_send->setAccessibleName(tr("Send the request"));
    m_stop = edgeButton(tr("Stop", "a request"), u"media-playback-stop"_s);
    m_stop->setObjectName(u"stopSending"_s);
    m_stop->hide();
    m_load = edgeButton(tr("Load file…"), u"folder"_s);
    m_load->setObjectName(u"loadFile"_s);
    m_checkText = new ElidedLabel({}, Type::Small, Ink::Text2);
    m_checkText->setObjectName(u"requestCheck"_s);
    m_checkText->setAlignment(Qt::AlignRight);
    m_checkGlyph = new GlyphLabel(Glyph::Good);
    QWidget *foot = rowOf({m_send, m_stop, m_load, m_checkText, m_checkGlyph}, this);
    static_cast<QHBoxLayout *>(foot->layout())->setStretch(3, 1);
    connect(m_send, &QAbstractButton::clicked, this, &RequestPanel::sendWanted);
    connect(m_stop, &QAbstractButton::clicked, this, &RequestPanel::stopWanted);
    connect(m_load, &QAbstractButton::clicked, this, &RequestPanel::chooseFile);
    return foot;
}

ScoringRequest RequestPanel::request() const
{
    ScoringRequest request;
    request.body = m_place->currentIndex() == 0 ? m_edit->toPlainText().toUtf8() : m_bytes;
    request.contentType = m_type->currentData().toString();
    request.label = m_label;
    return request;
}

void RequestPanel::setRequest(const ScoringRequest &request)
{
    setBytes(request.body, request.contentType, request.label);
    m_source->setCurrentIndex(m_source->findData(u"typed"_s));
    m_rowBar->hide();
}

bool RequestPanel::isEmpty() const { return m_place->currentIndex() == 0 && m_edit->document()->isEmpty(); }

void RequestPanel::setBytes(const QByteArray &bytes, const QString &contentType, const QString &label)
{
    m_isFilling = true;
    m_label = label;
    if (m_type->findData(contentType) < 0)
        m_type->addItem(contentType, contentType);
    m_type->setCurrentIndex(m_type->findData(contentType));
    const bool edits = isText(bytes) && bytes.size() <= kLargestText;
    m_place->setCurrentIndex(edits ? 0 : 1);
    if (edits) {
        m_bytes.clear();
        m_filled = QString::fromUtf8(bytes);
        m_edit->setPlainText(m_filled);
    } else {
        m_bytes = bytes;
        m_bytesText->setText(label.isEmpty() ? tr("%1, sent as they are.").arg(humanSize(bytes.size()))
                                             : tr("%1, %2, sent as it is.").arg(label, humanSize(bytes.size())));
    }
    m_isFilling = false;
    check();
    Q_EMIT requestChanged();
}

int RequestPanel::version() const { return m_version->currentData().toInt(); }
int RequestPanel::against() const { return m_against->currentData().toInt(); }

void RequestPanel::setVersions(const EndpointRecord &endpoint)
{
    std::vector<const EndpointVersion *> askable;
    for (const EndpointVersion &each : endpoint.versions) {
        const bool isReady =
            each.state != EndpointVersion::State::Failed && each.state != EndpointVersion::State::Deploying;
        if (isReady || endpoint.canBeAsked) // what others made may answer for all that
            askable.push_back(&each);
    }
    if (!endpoint.canBeAsked) // newest first; named ones stay in their service's order
        std::reverse(askable.begin(), askable.end());
    QStringList labels;
    for (const EndpointVersion *each : askable)
        labels << each->label();
    if (labels == m_labels && endpoint.active == m_active)
        return; // a list that somebody looks through stays as it is
    m_labels = labels;
    m_active = endpoint.active;
    fillVersions(endpoint, askable);
    m_version->setVisible(!askable.empty());
    m_against->setVisible(askable.size() > 1);
    arrangeHead();
}

void RequestPanel::fillVersions(const EndpointRecord &endpoint, const std::vector<const EndpointVersion *> &askable)
{
    const QSignalBlocker quietVersion(m_version), quietAgainst(m_against);
    const int asked = version(), compared = against();
    const bool areNamed = endpoint.canBeAsked; // then none of them is what an unnamed request reaches
    m_version->clear();
    m_against->clear();
    m_against->addItem(tr("No comparing"), 0);
    if (areNamed)
        m_version->addItem(tr("By traffic"), 0);
    for (const EndpointVersion *each : askable) {
        const bool isUsual = !areNamed && each->number == endpoint.active;
        m_version->addItem(areNamed ? each->title : tr("Version %1").arg(each->number), isUsual ? 0 : each->number);
        if (!isUsual)
            m_against->addItem(tr("Compare with %1", "a version").arg(each->label()), each->number);
    }
    m_version->setCurrentIndex(std::max(0, m_version->findData(asked)));
    m_against->setCurrentIndex(std::max(0, m_against->findData(compared)));
}

void RequestPanel::sourceChosen()
{
    const QString source = m_source->currentData().toString();
    m_rowBar->setVisible(source == u"row");
    if (source == u"swagger")
        takeSample(SampleFrom::Swagger, false);
    else if (source == u"sample")
        takeSample(SampleFrom::Files, false);
    else if (source == u"row")
        takeRow();
    else
        setBytes(m_bytes.isEmpty() ? m_edit->toPlainText().toUtf8() : QByteArray(), m_type->currentData().toString(),
                 {});
}

void RequestPanel::loadSample() { takeSample(SampleFrom::Anywhere, true); }

void RequestPanel::takeSample(SampleFrom from, bool quietly)
{
    const auto look = [bench = m_bench, name = m_name, from] {
        return bench->samplePayload(name, CancelToken(), from);
    };
    inBackground(this, look, [this, quietly](const Result<Payload> &sample) {
        if (!sample) {
            if (!quietly)
                tell(sample.error().message);
            return;
        }
        if (quietly && !isEmpty())
            return; // somebody was faster
        const bool isFile = sample->source.startsWith(u'/');
        const ScoringRequest &request = sample->request;
        setBytes(isFile ? request.body : prettyBody(request.body).toUtf8(), request.contentType,
                 isFile ? QFileInfo(sample->source).fileName() : u"swagger.json"_s);
        m_source->setCurrentIndex(m_source->findData(isFile ? u"sample"_s : u"swagger"_s));
    });
}

void RequestPanel::takeRow()
{
    if (m_csv.isEmpty())
        return;
    if (const auto payload = payloadFromRow(m_csv, m_row->value() - 1, m_withNames->isChecked()))
        setBytes(prettyBody(payload->request.body).toUtf8(), kJson, payload->source);
    else
        tell(tr("The file has no row %1.").arg(m_row->value()));
}

void RequestPanel::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Load a request"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RequestPanel::loadFile);
    dialog->open();
}

void RequestPanel::chooseTable()
{
    auto *dialog = new QFileDialog(this, tr("Choose a CSV file"), {}, tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RequestPanel::loadTable);
    dialog->open();
}

void RequestPanel::loadFile(const QString &path)
{
    inBackground(
        this, [path] { return readWholeFile(path, kLargestFile); },
        [this, path](const Result<QByteArray> &content) {
            if (!content)
                return tell(content.error().text());
            setBytes(*content, contentTypeOf(path, *content), QFileInfo(path).fileName());
            m_source->setCurrentIndex(m_source->findData(u"typed"_s));
            m_rowBar->hide();
        });
}

void RequestPanel::loadTable(const QString &path)
{
    inBackground(
        this, [path] { return readWholeFile(path, kLargestFile); },
        [this, path](const Result<QByteArray> &content) {
            if (!content)
                return tell(content.error().text());
            m_csv = *content;
            m_table->setText(QFileInfo(path).fileName());
            takeRow();
        });
}

void RequestPanel::setSending(bool sending)
{
    m_send->setEnabled(!sending && m_refusal.isEmpty());
    m_stop->setVisible(sending);
}

void RequestPanel::setRefusal(const QString &reason)
{
    m_refusal = reason;
    m_send->setEnabled(reason.isEmpty() && !m_stop->isVisibleTo(this));
    m_send->setToolTip(reason.isEmpty() ? tr("Send the request (Ctrl+Enter)") : reason);
}

void RequestPanel::setMain(bool main) { m_send->setKind(main ? ButtonKind::Filled : ButtonKind::Edge); }

void RequestPanel::tell(const QString &problem)
{
    m_checkGlyph->setGlyph(Glyph::Warning);
    m_checkText->setText(problem);
}

void RequestPanel::check()
{
    if (!m_checkText)
        return;
    const ScoringRequest now = request();
    const QString size = humanSize(now.body.size());
    if (now.contentType != kJson) {
        m_checkGlyph->setGlyph(Glyph::Good);
        m_checkText->setText(size);
        return;
    }
    const QString problem = jsonProblem(now.body);
    m_checkGlyph->setGlyph(problem.isEmpty() ? Glyph::Good : Glyph::Warning);
    m_checkText->setText(problem.isEmpty() ? tr("valid JSON, %1", "%1 a size").arg(size) : problem);
}

/// Which versions there are to choose from decides whether all stands in one line.
void RequestPanel::arrangeHead()
{
    int wanted = dp(this, 8);
    for (int i = 0; i < m_headLine->count(); ++i)
        wanted += m_headLine->itemAt(i)->sizeHint().width();
    m_headLine->setDirection(width() < wanted ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RequestPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeHead();
    // The note gives way first: its glyph stays.
    m_checkText->setVisible(width() >= dp(this, 440));
}

} // namespace mooring

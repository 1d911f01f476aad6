#include "ui/widgets/secretfield.h"

#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace mooring {

SecretField::SecretField(QWidget *parent) : QWidget(parent)
{
    setMaximumWidth(dp(this, 240));
    setMinimumWidth(dp(this, 160));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_edit = new QLineEdit(this);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                Qt::ImhSensitiveData);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_edit->setTextMargins(0, 0, dp(this, 24), 0);
    m_edit->installEventFilter(this);
    column->addWidget(m_edit);
    setFocusProxy(m_edit);
    m_eye = iconButton(u"eye"_s, tr("Show while held"), {}, m_edit);
    m_eye->setCursor(Qt::ArrowCursor);
    m_eye->installEventFilter(this);
    connect(m_eye, &QPushButton::pressed, this, [this] { reveal(true); });
    connect(m_eye, &QPushButton::released, this, [this] { reveal(false); });
    m_storedLine = new QWidget(this);
    auto *row = new QHBoxLayout(m_storedLine);
    row->setContentsMargins(0, 0, 0, 0);
    m_stored = new TextLabel({}, Type::Body, Ink::Text2, m_storedLine);
    auto *replace = edgeButton(tr("Replace"), {}, m_storedLine);
    replace->setObjectName(u"replaceSecret"_s);
    row->addWidget(m_stored);
    row->addWidget(replace);
    row->addStretch(1);
    column->addWidget(m_storedLine);
    m_storedLine->hide();
    connect(replace, &QPushButton::clicked, this, [this] {
        setStored({});
        m_edit->setFocus();
    });
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::changed);
}

QByteArray SecretField::secret() const { return m_edit->text().toUtf8(); }

bool SecretField::isEmpty() const { return m_edit->text().isEmpty(); }

void SecretField::clear()
{
    m_edit->setText(QString(m_edit->text().size(), u'\0'));
    m_edit->clear();
}

void SecretField::setStored(const QString &when)
{
    m_stored->setText(when);
    m_storedLine->setVisible(!when.isEmpty());
    m_edit->setVisible(when.isEmpty());
}

bool SecretField::keepsStored() const { return !m_storedLine->isHidden(); }

void SecretField::reveal(bool on)
{
    m_edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIconName(on ? u"eye-off"_s : u"eye"_s);
}

void SecretField::placeEye()
{
    m_eye->move(m_edit->width() - m_eye->sizeHint().width() - 2, (m_edit->height() - m_eye->sizeHint().height()) / 2);
    m_eye->resize(m_eye->sizeHint());
}

void SecretField::resizeEvent(QResizeEvent *) { placeEye(); }

bool SecretField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_eye && (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space) { // held is for the pointer; a key toggles
            if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
                reveal(m_edit->echoMode() == QLineEdit::Password);
            return true;
        }
    }
    if (watched == m_eye && event->type() == QEvent::FocusOut)
        reveal(false);
    if (watched == m_edit && event->type() == QEvent::Resize)
        placeEye();
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride && m_edit->echoMode() == QLineEdit::Normal) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut)) {
            event->accept();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Undo))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mooring

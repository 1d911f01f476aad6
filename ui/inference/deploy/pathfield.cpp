#include "ui/inference/deploy/pathfield.h"

#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QDir>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace mooring {

PathField::PathField(const QString &objectName, const QString &accessibleName, const QString &dialogTitle,
                     QFileDialog::FileMode mode, int width, QWidget *parent)
    : QWidget(parent), m_title(dialogTitle), m_mode(mode), m_edit(textField(width))
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(accessibleName);
    setFocusProxy(m_edit);
    auto *choose = edgeButton(tr("Choose…"));
    choose->setObjectName(objectName + u"Choose"_s);
    choose->setAccessibleDescription(dialogTitle);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 8));
    row->addWidget(m_edit, 1000);
    row->addWidget(choose);
    row->addStretch(1);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { Q_EMIT changed(path()); });
    connect(choose, &QAbstractButton::clicked, this, &PathField::choose);
}

QString PathField::path() const
{
    QString text = m_edit->text().trimmed();
    if (text == u"~" || text.startsWith(u"~/"))
        text.replace(0, 1, QDir::homePath());
    if (m_takesNames && !text.contains(u'/'))
        return text;
    return text.isEmpty() ? text : QDir::cleanPath(QDir(QDir::homePath()).absoluteFilePath(text));
}

void PathField::setPath(const QString &path)
{
    if (path != this->path())
        m_edit->setText(path);
}

void PathField::setPlaceholder(const QString &text) { m_edit->setPlaceholderText(text); }

void PathField::choose()
{
    auto *dialog = new QFileDialog(this, m_title, path());
    dialog->setObjectName(m_edit->objectName() + u"Dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_mode);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_mode == QFileDialog::Directory);
    if (!m_filter.isEmpty())
        dialog->setNameFilter(m_filter);
    connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
    dialog->open();
}

} // namespace mooring

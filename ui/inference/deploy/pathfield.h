#pragma once

#include <QFileDialog>
#include <QWidget>

class QLineEdit;

namespace mooring {

/// A path of this computer, typed or chosen. "~/" is the home folder.
class PathField : public QWidget
{
    Q_OBJECT
public:
    /// `mode`: of the dialog, which is named after `objectName`.
    PathField(const QString &objectName, const QString &accessibleName, const QString &dialogTitle,
              QFileDialog::FileMode mode, int width = 296, QWidget *parent = nullptr);

    QString path() const; ///< absolute; empty when nothing was typed
    void setPath(const QString &path);
    void setPlaceholder(const QString &text);
    /// What has no slash is a name and stays as it was typed.
    void setTakesNames() { m_takesNames = true; }
    void setNameFilter(const QString &filter) { m_filter = filter; }
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed(const QString &path);

private:
    void choose();

    QString m_title, m_filter;
    QFileDialog::FileMode m_mode;
    bool m_takesNames = false;
    QLineEdit *m_edit;
};

} // namespace mooring

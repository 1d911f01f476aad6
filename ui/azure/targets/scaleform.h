#pragma once

#include "core/azure/ml/mltargets.h"

#include <QWidget>

class QSpinBox;

namespace mooring {

class Form;

/// How many nodes a cluster has at least and at most, and how long one may be idle.
class ScaleForm : public QWidget
{
    Q_OBJECT
public:
    explicit ScaleForm(QWidget *parent = nullptr);

    void setCompute(const Compute &compute);
    int least() const;
    int most() const;
    int idleSeconds() const;
    /// Focuses what is wrong; a sentence, or empty: good.
    QString check();

private:
    QSpinBox *addNumber(const QString &label, const QString &help, int from, int to, int value, const char *objectName);

    Form *m_form;
    QSpinBox *m_least;
    QSpinBox *m_most;
    QSpinBox *m_idle;
};

/// Seconds of "PT2H30M10S"; nothing for what is no such duration.
std::optional<int> secondsOf(const QString &duration);

} // namespace mooring
